package dev.twinwatch.sandbox.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** When the payments of one customer happen, one after the other, day by day. */
final class PaymentClock {
    /** A Monday, for all customers the first day. */
    static final Instant BEGINS = Instant.parse("2025-01-06T00:00:00Z");

    private static final long DAY = Duration.ofDays(1).toMillis();

    private final Draws draws;
    private final TreeSet<Long> restOfToday = new TreeSet<>();
    private long today = BEGINS.toEpochMilli();
    private long last = BEGINS.toEpochMilli();
    private @Nullable Hours planned;

    PaymentClock(Draws draws) {
        this.draws = draws;
    }

    /** The time of the next payment in milliseconds since 1970, later than every one before. */
    long next(Hours hours) {
        if (!hours.equals(planned)) {
            planned = hours;
            planToday(hours);
        }
        while (restOfToday.isEmpty()) {
            today += DAY;
            planToday(hours);
        }
        last = restOfToday.pollFirst();
        return last;
    }

    // Whoever begins in the middle of a day has only the rest of it.
    private void planToday(Hours hours) {
        restOfToday.clear();
        int payments = draws.poisson(hours.paymentsPerDay());
        for (int i = 0; i < payments; i++) {
            restOfToday.add(today + (long) (hours.drawHourOfDay(draws) / Hours.OF_A_DAY * DAY));
        }
        restOfToday.headSet(last, true).clear();
    }
}
