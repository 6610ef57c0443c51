package dev.twinwatch.trainer.backtest;

import dev.twinwatch.engine.detection.EntityStates;
import dev.twinwatch.engine.profile.KeptEvidence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** States of entities as bytes in maps. No feedback comes in a backtest, so that no windows are kept for it. */
final class StatesInMemory implements EntityStates {
    private final Map<String, byte[]> recents = new HashMap<>();
    private final Map<String, byte[]> profiles = new HashMap<>();
    private final Map<String, byte[]> goodProfiles = new HashMap<>();

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
        return null;
    }

    @Override
    public void words(String entity, byte[] words) {
        // only feedback would say any
    }

    @Override
    public void keep(String entity, KeptEvidence evidence) {
        // only feedback would ask for it
    }

    @Override
    public List<KeptEvidence> kept(String entity, String eventOrAlertId) {
        return List.of();
    }
}
