package dev.twinwatch.engine.detection;

import dev.twinwatch.engine.evidence.References;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.profile.Profile;
import dev.twinwatch.engine.recent.Gained;
import dev.twinwatch.engine.recent.Recent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

    /** Entities of another model that wait to be seen by that one, those seen last first. */
    private Deque<String> waiting = new ArrayDeque<>();

    private @Nullable Scorer waitedFor;

    private final int places;

    /** Of entities that have so many places for references. */
    ReferenceCache(int places) {
        this.places = places;
    }

    /**
     * Those of one entity.
     *
     * @param recent its hot state, which says which revision is wanted and what older events lack
     */
    References get(String entity, Scorer scorer, Recent recent, Supplier<Profile> stored) {
        int revision = recent.profileRevision();
        Entry entry = entries.get(entity);
        if (entry == null || entry.scorer() != scorer) {
            return made(entity, scorer, stored.get(), recent.gained(), revision).references();
        }
        if (entry.revision() == revision) {
            return entry.references();
        }
        Profile profile = stored.get();
        if (!recent.gained().isNothing() || !hasOneMore(profile, entry.references())) {
            return made(entity, scorer, profile, recent.gained(), revision).references();
        }
        Window newest =
                profile.references().get(profile.references().size() - 1).window();
        scorer.append(entry.references(), newest, profile.windows());
        entry.references().confirm(profile.legitimate());
        entries.put(entity, new Entry(scorer, revision, entry.references()));
        return entry.references();
    }

    /** Whether a newest window was added and nothing else, but for old ones that left for it. */
    private static boolean hasOneMore(Profile profile, References known) {
        List<Long> numbers = profile.windows().stream().map(Window::lastNumber).toList();
        int others = numbers.size() - 1;
        return others >= 0 && known.endsBefore(numbers.get(others)) && known.hasAll(numbers.subList(0, others));
    }

    private Entry made(String entity, Scorer scorer, Profile profile, Gained gained, int revision) {
        CommonGround ground = CommonGround.of(scorer.model().layout(), profile, gained, places);
        Entry entry = new Entry(scorer, revision, scorer.references(entity, ground.windows(), ground.lacking()));
        entry.references().confirm(profile.legitimate());
        entries.put(entity, entry);
        return entry;
    }

    /**
     * Sees one entity by a model that came after the one it was last seen by.
     *
     * @return false where there is none left
     */
    boolean renewOne(Scorer scorer, Function<String, Profile> stored, Function<String, Gained> gained) {
        if (waitedFor != scorer) {
            waitedFor = scorer;
            waiting = new ArrayDeque<>();
            entries.forEach((entity, entry) -> {
                if (entry.scorer() != scorer) {
                    waiting.addFirst(entity);
                }
            });
        }
        String next = waiting.poll();
        if (next == null) {
            return false;
        }
        Entry entry = entries.get(next);
        if (entry != null && entry.scorer() != scorer) {
            Profile profile = stored.apply(next);
            made(next, scorer, profile, gained.apply(next), profile.revision());
        }
        return true;
    }

    /** Keeps what is known of the other references when one window was appended, instead of encoding all again. */
    void added(String entity, Profile profile, Gained gained, Window newest) {
        Entry entry = entries.remove(entity);
        if (entry != null && gained.isNothing() && entry.revision() == profile.revision() - 1) {
            entry.scorer().append(entry.references(), newest, profile.windows());
            entries.put(entity, new Entry(entry.scorer(), profile.revision(), entry.references()));
        }
    }
}
