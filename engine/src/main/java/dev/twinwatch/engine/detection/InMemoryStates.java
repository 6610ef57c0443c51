package dev.twinwatch.engine.detection;

import dev.twinwatch.engine.profile.KeptEvidence;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** States in maps of this process, for calibration, backtests and tests. */
public final class InMemoryStates implements EntityStates {
    private final Map<String, byte[]> recents = new HashMap<>();
    private final Map<String, byte[]> profiles = new HashMap<>();
    private final Map<String, Map<String, KeptEvidence>> kept = new HashMap<>();

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
        kept.computeIfAbsent(entity, e -> new LinkedHashMap<>()).putIfAbsent(evidence.eventId(), evidence);
    }

    @Override
    public Optional<KeptEvidence> kept(String entity, String eventOrAlertId) {
        return kept.getOrDefault(entity, Map.of()).values().stream()
                .filter(k -> k.eventId().equals(eventOrAlertId) || k.alertId().equals(eventOrAlertId))
                .findFirst();
    }
}
