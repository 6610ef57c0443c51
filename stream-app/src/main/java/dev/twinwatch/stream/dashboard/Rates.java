package dev.twinwatch.stream.dashboard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * How much happened when, made from totals that are noted every second or so: per minute over the last hour, and per second
 * just now. Knows no clock; safe for many threads.
 */
public final class Rates {
    private static final int MINUTES = 60;
    private static final long MINUTE = 60_000;
    private static final long JUST_NOW = 10_000;

    private final Deque<Minute> minutes = new ArrayDeque<>();
    private final Deque<Total> recent = new ArrayDeque<>();

    /**
     * What happened in one minute.
     *
     * @param at its beginning, milliseconds since 1970-01-01 UTC
     * @param events that were decided
     * @param alerts that were opened
     */
    public record Minute(long at, long events, long alerts) {}

    /**
     * The rates as they are.
     *
     * @param eventsPerSecond over the last ten seconds
     * @param alertsInTheLastHour opened, or since the first note if that is less than an hour ago
     * @param minutes oldest first, at most 60, without gaps; the last one is not over yet
     */
    public record Now(double eventsPerSecond, long alertsInTheLastHour, List<Minute> minutes) {}

    private record Total(long at, long events, long alerts) {}

    /** Notes the totals since the start as of now; milliseconds since 1970-01-01 UTC, each note no earlier than the last. */
    public synchronized void note(long now, long events, long alerts) {
        Total before = recent.isEmpty() ? new Total(now, 0, 0) : recent.getLast();
        long minute = now - Math.floorMod(now, MINUTE);
        Minute open = openUpTo(minute);
        minutes.removeLast();
        minutes.addLast(
                new Minute(open.at, open.events + events - before.events, open.alerts + alerts - before.alerts));
        recent.addLast(new Total(now, events, alerts));
        while (recent.size() > 2 && recent.getFirst().at < now - JUST_NOW) {
            recent.removeFirst();
        }
    }

    /** The minute with this beginning; those without a note before it were quiet. */
    private Minute openUpTo(long minute) {
        if (minutes.isEmpty() || minutes.getLast().at < minute - MINUTES * MINUTE) {
            minutes.clear();
            minutes.addLast(new Minute(minute, 0, 0));
        }
        while (minutes.getLast().at < minute) {
            minutes.addLast(new Minute(minutes.getLast().at + MINUTE, 0, 0));
        }
        while (minutes.size() > MINUTES) {
            minutes.removeFirst();
        }
        return minutes.getLast();
    }

    /** As of the last note. */
    public synchronized Now now() {
        double perSecond = 0;
        if (recent.size() > 1) {
            Total first = recent.getFirst();
            Total last = recent.getLast();
            perSecond = last.at == first.at ? 0 : (last.events - first.events) * 1000.0 / (last.at - first.at);
        }
        long alerts = minutes.stream().mapToLong(Minute::alerts).sum();
        return new Now(perSecond, alerts, List.copyOf(minutes));
    }
}
