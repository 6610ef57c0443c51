package dev.twinwatch.trainer.backtest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeMap;

/**
 * From when to when events are, on the calendar. Few events that lie beyond whole days without any come from wrong clocks: one of
 * them would make years of a month, and next to no alerts a day of many.
 */
final class Span {
    private static final long DAY = 86_400_000_000L;
    /** So few of all events are few. */
    private static final double FEW = 1e-3;

    private final TreeMap<Long, Day> days = new TreeMap<>();
    private Day newest = new Day(Long.MIN_VALUE);
    private long events;

    /** What came on one day. */
    private static final class Day {
        private final long day;
        private long from = Long.MAX_VALUE;
        private long to = Long.MIN_VALUE;
        private long events;

        Day(long day) {
            this.day = day;
        }
    }

    /** One event, in microseconds since 1970. */
    void note(long time) {
        long day = Math.floorDiv(time, DAY);
        if (day != newest.day) {
            newest = days.computeIfAbsent(day, Day::new);
        }
        newest.from = Math.min(newest.from, time);
        newest.to = Math.max(newest.to, time);
        newest.events++;
        events++;
    }

    /** Microseconds between the earliest and the latest of them; 0 without any. */
    long micros() {
        if (days.isEmpty()) {
            return 0;
        }
        Deque<Day> earliestLast = new ArrayDeque<>(days.descendingMap().values());
        Deque<Day> latestLast = new ArrayDeque<>(days.values());
        return last(latestLast).to - last(earliestLast).from;
    }

    /** The last day that is not beyond a gap with few events. */
    private Day last(Deque<Day> ordered) {
        Day last = ordered.getLast();
        long beyond = 0;
        while (ordered.size() > 1) {
            Day day = ordered.removeLast();
            beyond += day.events;
            if (beyond > FEW * events) {
                break;
            }
            if (Math.abs(day.day - ordered.getLast().day) > 1) {
                last = ordered.getLast();
            }
        }
        return last;
    }
}
