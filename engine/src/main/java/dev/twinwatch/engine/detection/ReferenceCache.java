package dev.twinwatch.engine.detection;

import dev.twinwatch.engine.evidence.References;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.profile.Profile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** References of the entities seen last, as one model sees them; an entry of another revision or model is not used. */
final class ReferenceCache {
    /** About 10 KB each. */
    private static final int MOST = 4096;

    private record Entry(Scorer scorer, int revision, References references) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
            return size() > MOST;
        }
    };

    References get(String entity, Scorer scorer, int revision, Supplier<Profile> stored) {
        Entry entry = entries.get(entity);
        if (entry == null || entry.revision() != revision || entry.scorer() != scorer) {
            Profile profile = stored.get();
            entry = new Entry(scorer, revision, scorer.references(entity, profile.windows()));
            entry.references().confirm(profile.legitimate());
            entries.put(entity, entry);
        }
        return entry.references();
    }

    /** Keeps what is known of the other references when one window was appended, instead of encoding all again. */
    void added(String entity, Profile profile, Window newest) {
        Entry entry = entries.remove(entity);
        if (entry != null && entry.revision() == profile.revision() - 1) {
            entry.scorer().append(entry.references(), newest, profile.windows());
            entries.put(entity, new Entry(entry.scorer(), profile.revision(), entry.references()));
        }
    }
}
