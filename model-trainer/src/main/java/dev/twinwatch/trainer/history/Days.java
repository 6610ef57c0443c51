package dev.twinwatch.trainer.history;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.watch.Rates;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts what happens on each day, from the first event on, so that a budget can count by days. Few events with an absurd time
 * change nothing: the first and last of a thousand do not count.
 */
final class Days {
    private static final long DAY = 86_400_000_000L;
    private static final double ABSURD = 1e-3;
    /** From so many days on, the last one is left out, since it has hardly begun. */
    private static final int MANY = 8;

    private static final class Count {
        private long events;
        private long entities;
    }

    private final TreeMap<Long, Count> counts = new TreeMap<>();
    private final Map<String, Long> newest = new HashMap<>();
    private long begin;
    private long events;

    void look(Event event) {
        if (events++ == 0) {
            begin = event.time();
        }
        long day = Math.floorDiv(event.time() - begin, DAY);
        Count count = counts.computeIfAbsent(day, d -> new Count());
        count.events++;
        Long before = newest.put(event.entity(), day);
        count.entities += before == null || before != day ? 1 : 0;
    }

    /** Means over the days; empty where there are fewer than two. */
    Optional<Rates> usual() {
        long first = dayOf((long) (ABSURD * events));
        long last = dayOf(events - 1 - (long) (ABSURD * events));
        if (last - first + 1 >= MANY) {
            last--;
        }
        long days = last - first + 1;
        if (events == 0 || days < 2) {
            return Optional.empty();
        }
        long ofEvents = 0;
        long ofEntities = 0;
        for (Count count : counts.subMap(first, true, last, true).values()) {
            ofEvents += count.events;
            ofEntities += count.entities;
        }
        return Optional.of(new Rates(ofEvents / (double) days, ofEntities / (double) days));
    }

    /** The day of the event of this number, from 0, in the order of days. */
    private long dayOf(long number) {
        long before = 0;
        for (Map.Entry<Long, Count> day : counts.entrySet()) {
            before += day.getValue().events;
            if (before > number) {
                return day.getKey();
            }
        }
        return counts.isEmpty() ? 0 : counts.lastKey();
    }
}
