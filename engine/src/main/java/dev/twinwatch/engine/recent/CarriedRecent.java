package dev.twinwatch.engine.recent;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.LayoutChange;
import dev.twinwatch.engine.features.Window;
import java.util.HashSet;
import java.util.Set;

/** The hot state of an entity, from the fields that its watch had before to those that it has now. */
final class CarriedRecent {
    private CarriedRecent() {}

    /**
     * What was gained is known from the next event on; what is usual of it begins there.
     *
     * @param slots for the events, which nothing else uses as long as the state lives
     */
    static Recent of(Recent before, LayoutChange change, Layout layout, byte[] slots) {
        Recent recent = new Recent(layout, slots);
        recent.count = before.count;
        recent.times.newest = before.times.newest;
        recent.times.before = before.times.before;
        recent.sequence = before.sequence;
        recent.coveredUpTo = before.coveredUpTo;
        recent.profileRevision = before.profileRevision;
        recent.lastEvidence = before.lastEvidence;
        recent.vouchedFor = before.vouchedFor;
        recent.renewals = before.renewals;
        recent.absorbedAt = before.absorbedAt;
        recent.goodAt = before.goodAt;
        recent.story = before.story;
        recent.origins.takeOver(before.origins);
        Window window = change.window(before.window());
        recent.events = window.events();
        System.arraycopy(window.bytes(), 0, slots, 0, window.events() * layout.slotBytes());
        recent.arrivals.takeOver(before.arrivals, change);
        recent.gained = gained(before, change);
        return recent;
    }

    private static Gained gained(Recent before, LayoutChange change) {
        Set<Integer> places = new HashSet<>(change.places(before.gained.places()));
        boolean more = places.addAll(change.gained());
        return places.isEmpty() ? Gained.NOTHING : new Gained(more ? before.count + 1 : before.gained.from(), places);
    }
}
