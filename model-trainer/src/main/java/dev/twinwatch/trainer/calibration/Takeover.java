package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.watch.FeatureKind;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A piece of a victim's history in which somebody else's events stand for a while.
 *
 * <p>The stretch is put between two events of the victim. Its times are moved by whole days (weeks where the day of the
 * week is a feature), so that the hours stay the attacker's, and what comes after is moved likewise.
 *
 * <p>Where the watch looks at numbers relative to their usual, some stretches are the victim's own with larger numbers.
 *
 * <p>Attackers know some habits: of each takeover, each field, and the rhythm of the times, is copied from the victim with
 * one probability, drawn between 0 and {@value #MOST_COPIED}; at least one of them stays the attacker's. Nothing is copied
 * where sequences end by themselves: each is made as a whole, and a mixture of two would be nobody's.
 *
 * @param victim whose history it is
 * @param attacker whose stretch stands in it; the victim itself where its own numbers grew
 * @param events in order, all under the victim's name
 * @param from index of the attacker's first event
 * @param to index after the attacker's last event
 * @param larger indices of those of the victim's own events whose numbers grew; none where it is an attacker's stretch
 */
record Takeover(String victim, String attacker, List<Event> events, int from, int to, List<Integer> larger) {
    private static final long DAY = 86_400_000_000L;
    private static final double MOST_COPIED = 0.7;
    /** Windows of the victim's own history before the stretch: all that the profile can hold, and some to settle. */
    static final int WINDOWS_BEFORE = 20;
    /** The newest events of a history, of which it may be; more need not fit into memory. */
    private static final int MOST_EVENTS = 100_000;

    Takeover {
        events = List.copyOf(events);
        larger = List.copyOf(larger);
    }

    /** Indices of the victim's events as they were, among those whose numbers grew. */
    List<Integer> between() {
        return isByStranger()
                ? List.of()
                : IntStream.range(from, to)
                        .filter(i -> !larger.contains(i))
                        .boxed()
                        .toList();
    }

    /** Whether the attacker is somebody else. */
    boolean isByStranger() {
        return !attacker.equals(victim);
    }

    /** One at random: in the last 60 % of the victim's history, of half a window to two windows. */
    static Takeover simulate(Layout layout, EntityHistory victim, EntityHistory stranger, RandomGenerator random) {
        Optional<Widening> widening = Widening.draw(layout, random);
        EntityHistory attacker = widening.isPresent() ? victim : stranger;
        int length = layout.watch().sequence().length();
        List<Event> events = victim.newest(MOST_EVENTS);
        int at = boundary(layout, events, events.size() * 2 / 5 + random.nextInt(Math.max(1, events.size() * 3 / 5)));
        List<Event> other = attacker.newest(MOST_EVENTS);
        int wanted = Math.min(other.size(), Math.max(2, length / 2 + random.nextInt(length * 3 / 2 + 1)));
        int start = boundary(layout, other, random.nextInt(other.size() - wanted + 1));
        int end = Math.min(other.size(), start + wanted);
        int before = Math.max(0, at - WINDOWS_BEFORE * length);
        int after = Math.min(events.size(), at + length);

        Timeline timeline = new Timeline(layout, victim.entity());
        events.subList(before, at).forEach(timeline::addOwn);
        timeline.startStretch();
        BitSet copied = copied(layout, random);
        int spare = events.size() - (end - start);
        boolean copiesTimes = copied.get(fields(layout)) && spare >= 0;
        int rhythm = random.nextInt(Math.max(1, spare + 1));
        List<Integer> larger = new ArrayList<>();
        for (int i = start; i < end; i++) {
            Event own = events.get(random.nextInt(before, Math.max(at, before + 1)));
            Event mixed;
            if (widening.isEmpty()) {
                mixed = other.get(i).copying(own, copied);
            } else if (widening.get().isDue(random)) {
                mixed = widening.get().of(other.get(i));
                larger.add(timeline.events.size());
            } else {
                mixed = other.get(i);
            }
            timeline.addOther(
                    mixed, copiesTimes ? events.get(rhythm + i - start).time() : mixed.time());
        }
        timeline.startStretch();
        events.subList(at, after).forEach(timeline::addOwn);
        return new Takeover(
                victim.entity(), attacker.entity(), timeline.events, at - before, at - before + end - start, larger);
    }

    private static int fields(Layout layout) {
        return layout.numbers().size() + layout.categories().size();
    }

    /** Number fields, category fields, and last the times. */
    private static BitSet copied(Layout layout, RandomGenerator random) {
        int parts = fields(layout) + (layout.watch().hasCalendar() ? 1 : 0);
        BitSet copied = new BitSet(parts);
        if (layout.watch().sequence().ends()) {
            return copied;
        }
        double probability = random.nextDouble(MOST_COPIED);
        for (int f = 0; f < parts; f++) {
            copied.set(f, random.nextDouble() < probability);
        }
        if (copied.cardinality() == parts) {
            copied.clear(random.nextInt(parts));
        }
        return copied;
    }

    /** Where sequences end by themselves, whole ones are put in between whole ones. */
    private static int boundary(Layout layout, List<Event> events, int near) {
        if (!layout.watch().sequence().ends()) {
            return near;
        }
        int at = near;
        while (at > 0 && events.get(at).sequence() == events.get(at - 1).sequence()) {
            at--;
        }
        return at;
    }

    /** Lays stretches of different histories one after the other. */
    private static final class Timeline {
        private final String entity;
        private final long step;
        private final boolean timed;
        private final List<Event> events = new ArrayList<>();
        private long shift;
        private boolean begins;

        Timeline(Layout layout, String entity) {
            this.entity = entity;
            this.timed = layout.watch().time().isPresent();
            boolean weekly = !layout.watch().featuresOf(FeatureKind.DAY_OF_WEEK).isEmpty();
            this.step = layout.watch().hasCalendar() ? (weekly ? 7 * DAY : DAY) : 1;
        }

        void startStretch() {
            begins = true;
        }

        void addOwn(Event event) {
            add(event, event.time(), event.sequence());
        }

        /** Flipping all bits keeps the attacker's sequences apart from the victim's. */
        void addOther(Event event, long time) {
            add(event, time, event.sequence() == 0 ? 0 : ~event.sequence());
        }

        private void add(Event event, long time, long sequence) {
            if (begins && !events.isEmpty() && timed) {
                long behind = events.get(events.size() - 1).time() - time;
                shift = Math.floorDiv(behind + step, step) * step;
            }
            begins = false;
            Origin origin = new Origin("simulated", 0, events.size(), false);
            events.add(event.movedTo(entity, origin, time + shift, sequence));
        }
    }
}
