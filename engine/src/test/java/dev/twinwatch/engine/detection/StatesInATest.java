package dev.twinwatch.engine.detection;

import dev.twinwatch.engine.profile.KeptEvidence;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** States of entities in maps; what is kept is kept for ever. */
final class StatesInATest implements EntityStates {
    final Map<String, byte[]> recents = new HashMap<>();
    final Map<String, byte[]> profiles = new HashMap<>();
    final Map<String, KeptEvidence> kept = new HashMap<>();

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
    public void keep(String entity, KeptEvidence evidence) {
        kept.put(entity + "/" + evidence.eventId(), evidence);
        if (!evidence.alertId().isEmpty()) {
            kept.put(entity + "/" + evidence.alertId(), evidence);
        }
    }

    @Override
    public Optional<KeptEvidence> kept(String entity, String eventOrAlertId) {
        return Optional.ofNullable(kept.get(entity + "/" + eventOrAlertId));
    }
}
