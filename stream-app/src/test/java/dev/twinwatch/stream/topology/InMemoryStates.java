package dev.twinwatch.stream.topology;

import dev.twinwatch.engine.detection.EntityStates;
import dev.twinwatch.engine.profile.KeptEvidence;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** States of entities in maps, without kept evidence. */
final class InMemoryStates implements EntityStates {
    private final Map<String, byte[]> recent = new HashMap<>();
    private final Map<String, byte[]> profiles = new HashMap<>();

    @Override
    public byte @Nullable [] recent(String entity) {
        return recent.get(entity);
    }

    @Override
    public void recent(String entity, byte[] state) {
        recent.put(entity, state);
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
    public void keep(String entity, KeptEvidence evidence) {
        // only feedback would look for it
    }

    @Override
    public Optional<KeptEvidence> kept(String entity, String eventOrAlertId) {
        return Optional.empty();
    }
}
