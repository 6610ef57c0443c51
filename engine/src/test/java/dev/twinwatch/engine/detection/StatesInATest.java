package dev.twinwatch.engine.detection;

import dev.twinwatch.engine.profile.KeptEvidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** States of entities in maps; what is kept is kept for ever. */
final class StatesInATest implements EntityStates {
    final Map<String, byte[]> recents = new HashMap<>();
    final Map<String, byte[]> profiles = new HashMap<>();
    final Map<String, byte[]> goodProfiles = new HashMap<>();
    final Map<String, byte[]> words = new HashMap<>();
    final Map<String, byte[]> shadows = new HashMap<>();
    final Map<String, List<KeptEvidence>> kept = new HashMap<>();

    @Override
    public byte @Nullable [] recent(String entity) {
        return recents.get(entity);
    }

    @Override
    public void recent(String entity, byte[] state) {
        recents.put(entity, state);
    }

    @Override
    public byte @Nullable [] profile(String entity) {
        return profiles.get(entity);
    }

    @Override
    public void profile(String entity, byte[] state) {
        profiles.put(entity, state);
    }

    @Override
    public byte @Nullable [] goodProfile(String entity) {
        return goodProfiles.get(entity);
    }

    @Override
    public void goodProfile(String entity, byte[] state) {
        goodProfiles.put(entity, state);
    }

    @Override
    public byte @Nullable [] words(String entity) {
        return words.get(entity);
    }

    @Override
    public void words(String entity, byte[] said) {
        words.put(entity, said);
    }

    @Override
    public byte @Nullable [] shadow(String entity) {
        return shadows.get(entity);
    }

    @Override
    public void shadow(String entity, byte @Nullable [] story) {
        if (story == null) {
            shadows.remove(entity);
        } else {
            shadows.put(entity, story);
        }
    }

    @Override
    public void keep(String entity, KeptEvidence evidence) {
        kept.computeIfAbsent(entity, e -> new ArrayList<>()).add(evidence);
    }

    @Override
    public List<KeptEvidence> kept(String entity, String eventOrAlertId) {
        return kept.getOrDefault(entity, List.of()).stream()
                .filter(evidence -> evidence.isAbout(eventOrAlertId))
                .toList();
    }
}
