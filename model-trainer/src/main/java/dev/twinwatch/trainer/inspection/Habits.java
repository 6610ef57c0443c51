package dev.twinwatch.trainer.inspection;

import dev.twinwatch.engine.features.EventReader;
import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import dev.twinwatch.engine.watch.Watch;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.RecordVisitor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A second pass over the records, now that it is known who acts and when: what goes on along the events of each entity. */
final class Habits implements RecordVisitor {
    /** So many entities are looked at closely; of all others only events and times are counted. */
    private static final int MOST_ENTITIES = 2_000;

    private static final int EVENTS = 0;
    private static final int LAST = 1;
    private static final int RANK = 2;

    private final EventReader reader;
    private final List<String> paths;
    private final Map<String, HabitCount> counts = new HashMap<>();
    /** Events so far, time of the last one, and how many entities were met before. */
    private final Map<String, long[]> known = new HashMap<>();

    private final Sample pauses = new Sample();
    private long rows;
    private long refused;
    private long backwards;
    private long from = Long.MAX_VALUE;
    private long to = Long.MIN_VALUE;

    private Habits(Watch watch, List<String> paths) {
        this.reader = new EventReader(Layout.of(watch));
        this.paths = paths;
    }

    /**
     * Reads everything once more.
     *
     * @param watch says who acts and when; its features do not count
     * @param paths to look at closely
     */
    static Habits of(EventSource source, Watch watch, List<String> paths) {
        Habits habits = new Habits(watch, paths);
        source.forEach(habits);
        return habits;
    }

    @Override
    public void record(Fields fields, Origin origin) {
        rows++;
        if (!(reader.read(fields, origin) instanceof Reading.Understood understood)) {
            refused++;
            return;
        }
        String entity = understood.event().entity();
        long time = understood.event().time();
        from = Math.min(from, time);
        to = Math.max(to, time);
        long[] own = known.get(entity);
        if (own == null) {
            own = new long[] {1, time, known.size()};
            known.put(entity, own);
        } else {
            backwards += time < own[LAST] ? 1 : 0;
            pauses.add((double) time - own[LAST]);
            own[EVENTS]++;
            own[LAST] = time;
        }
        if (own[RANK] < MOST_ENTITIES) {
            look(entity, fields);
        }
    }

    private void look(String entity, Fields fields) {
        for (String path : paths) {
            Object value = fields.valueAt(path);
            if (value != null && !value.toString().isBlank()) {
                counts.computeIfAbsent(path, p -> new HabitCount()).add(entity, value);
            }
        }
    }

    @Override
    public void unreadable(String reason, Origin origin) {
        // counted in the first pass
    }

    /** Share of records whose entity or time cannot be read, 0 to 1. */
    double refusedShare() {
        return rows == 0 ? 0 : refused / (double) rows;
    }

    Habit of(String path) {
        HabitCount count = counts.get(path);
        return count == null ? Habit.NONE : count.habit();
    }

    long entities() {
        return known.size();
    }

    /** How many events the entity in the middle has. */
    long medianEvents() {
        long[] sorted =
                known.values().stream().mapToLong(own -> own[EVENTS]).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    /** Share of events that are older than the one before of the same entity, 0 to 1. */
    double backwardsShare() {
        return pauses.seen() == 0 ? 0 : backwards / (double) pauses.seen();
    }

    /** Between events of one entity: microseconds, or positions. */
    Sample pauses() {
        return pauses;
    }

    /** Earliest time, as the engine counts. */
    long from() {
        return from;
    }

    /** Latest time, as the engine counts. */
    long to() {
        return to;
    }
}
