package dev.twinwatch.engine.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The shortest part of the day, on its circle, in which most events lie.
 *
 * @param from microseconds since midnight
 * @param to the same; less than the start where midnight lies between
 * @param middle the event of it that lies in its middle by weight
 */
record DayArc(long from, long to, Habits.Done middle) {
    /** What most events are. */
    private static final double MOST = 0.8;

    private record Timed(long time, Habits.Done event) {}

    /** Of at least one event. */
    static DayArc of(List<Habits.Done> events, ToLongFunction<Habits.Done> timeOfDay) {
        List<Timed> sorted = new ArrayList<>();
        double weight = 0;
        for (Habits.Done event : events) {
            sorted.add(new Timed(timeOfDay.applyAsLong(event), event));
            weight += event.weight();
        }
        sorted.sort(Comparator.comparingLong(Timed::time));
        int count = sorted.size();
        int bestFrom = 0;
        int bestEvents = count;
        long shortest = Long.MAX_VALUE;
        double inside = 0;
        int end = 0;
        for (int start = 0; start < count; start++) {
            while (inside < MOST * weight - 1e-9 && end < start + count) {
                inside += sorted.get(end++ % count).event().weight();
            }
            long length = sorted.get((end - 1) % count).time()
                    + (end > count ? HourAspect.DAY : 0)
                    - sorted.get(start).time();
            if (length < shortest) {
                shortest = length;
                bestFrom = start;
                bestEvents = end - start;
            }
            inside -= sorted.get(start).event().weight();
        }
        return new DayArc(
                sorted.get(bestFrom).time(),
                sorted.get((bestFrom + bestEvents - 1) % count).time(),
                sorted.get((bestFrom + (bestEvents - 1) / 2) % count).event());
    }

    boolean holds(long timeOfDay) {
        return from <= to ? from <= timeOfDay && timeOfDay <= to : timeOfDay >= from || timeOfDay <= to;
    }

    String words() {
        String start = Figures.clock(from);
        String end = Figures.clock(to);
        return start.equals(end) ? start : start + " to " + end;
    }
}
