package dev.twinwatch.engine.detection;

import dev.twinwatch.engine.evidence.References;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.profile.Profile;
import dev.twinwatch.engine.profile.ProfileCodec;
import dev.twinwatch.engine.profile.Reference;
import dev.twinwatch.engine.recent.Gained;
import dev.twinwatch.engine.recent.Recent;
import dev.twinwatch.engine.recent.RecentCodec;
import java.util.List;

/** The profiles of entities where they are kept, and their references as a model sees them. */
final class Profiles {
    private final Layout layout;
    private final EntityStates states;
    private final int mostReferences;
    private final ReferenceCache cache;

    Profiles(Layout layout, EntityStates states, int mostReferences) {
        this.layout = layout;
        this.states = states;
        this.mostReferences = mostReferences;
        this.cache = new ReferenceCache(mostReferences);
    }

    Profile of(String entity) {
        byte[] stored = states.profile(entity);
        return stored == null ? Profile.EMPTY : ProfileCodec.decode(layout, stored);
    }

    /** How many; asked for each event of a history, so that the references themselves are not read. */
    int references(String entity) {
        byte[] stored = states.profile(entity);
        return stored == null ? 0 : ProfileCodec.references(stored);
    }

    References seenBy(Scorer scorer, String entity, Recent recent) {
        return cache.get(entity, scorer, recent, () -> of(entity));
    }

    /** The windows that those references were made of, oldest first. */
    List<Window> windowsSeen(Scorer scorer, String entity, Recent recent) {
        return CommonGround.of(scorer.model().layout(), of(entity), recent.gained(), mostReferences)
                .windows();
    }

    boolean workAhead(Scorer scorer) {
        return cache.renewOne(scorer, this::of, this::gained);
    }

    private Gained gained(String entity) {
        byte[] stored = states.recent(entity);
        return stored == null
                ? Gained.NOTHING
                : RecentCodec.decode(layout, stored).gained();
    }

    /** Adds what the newest events of an entity are; notes in the hot state that they are covered. */
    void absorb(Recent recent, String entity, Window window, Reference.Why why, float evidence) {
        Window owned = window.copy();
        Profile profile = with(entity, new Reference(owned, why, owned.time(owned.events() - 1), evidence));
        cache.added(entity, profile, recent.gained(), owned);
        recent.covered(owned.lastNumber(), profile.revision());
        if (!recent.gained().isNothing()
                && CommonGround.isWhole(profile, recent.gained())
                && CommonGround.isWhole(good(entity), recent.gained())) {
            recent.allKnown();
        }
    }

    /** The references of the last good day, which may come back; empty where there are none. */
    private Profile good(String entity) {
        byte[] stored = states.goodProfile(entity);
        return stored == null ? Profile.EMPTY : ProfileCodec.decode(layout, stored);
    }

    /** Takes out the references that came last before an alert and nobody vouched for. */
    void withoutNewest(Recent recent, String entity, long since) {
        Profile before = of(entity);
        Profile after = before.withoutSince(since, List.of());
        if (after.references().size() < before.references().size()) {
            put(entity, after);
            recent.covered(recent.count(), after.revision());
        }
    }

    /** How many references were absorbed from a time on, in the unit of event times. */
    long absorbedSince(String entity, long time) {
        return of(entity).references().stream()
                .filter(reference -> reference.absorbedAt() >= time)
                .count();
    }

    /** Keeps the references as they stand as those of a good day. */
    void keepAsGood(String entity) {
        byte[] stored = states.profile(entity);
        if (stored != null) {
            states.goodProfile(entity, stored);
        }
    }

    /** Forgets all references. */
    void reset(Recent recent, String entity) {
        Profile none = of(entity).replacedBy(List.of());
        put(entity, none);
        states.goodProfile(entity, ProfileCodec.encode(layout, none));
        recent.covered(recent.count(), none.revision());
    }

    /** Puts back the references of the last good day, where there are any; what a person vouched for since stays. */
    void restore(Recent recent, String entity) {
        Profile good = good(entity);
        if (good.references().isEmpty()) {
            return;
        }
        Profile now = of(entity);
        Profile restored = now.replacedBy(good.references());
        for (Reference vouched : now.vouchedFor()) {
            restored = restored.with(vouched, mostReferences);
        }
        put(entity, restored);
        recent.covered(recent.count(), restored.revision());
    }

    Profile with(String entity, Reference added) {
        Profile profile = of(entity).with(added, mostReferences);
        put(entity, profile);
        return profile;
    }

    void put(String entity, Profile profile) {
        states.profile(entity, ProfileCodec.encode(layout, profile));
    }
}
