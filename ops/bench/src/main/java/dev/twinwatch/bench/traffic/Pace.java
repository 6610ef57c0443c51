package dev.twinwatch.bench.traffic;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;

/** How many outcomes came when, in steps of a tenth of a second; one thread notes, others read. */
public final class Pace {
    private static final long STEP_NANOS = 100_000_000L;
    private static final int STEPS_OF_A_SECOND = 10;
    /** An hour: no run lasts that long. */
    private static final int MOST = 36_000;

    private final long begun;
    private final AtomicLongArray steps = new AtomicLongArray(MOST);

    /** Nothing came before this time of {@link System#nanoTime}. */
    Pace(long begun) {
        this.begun = begun;
    }

    void note(long nanos) {
        steps.incrementAndGet(step(nanos));
    }

    private int step(long nanos) {
        return (int) Math.min(MOST - 1, Math.max(0, (nanos - begun) / STEP_NANOS));
    }

    /**
     * Outcomes a second on average.
     *
     * @param from a time of {@link System#nanoTime}
     */
    public double mean(long from, Duration length) {
        int first = step(from);
        int count = Math.max(1, (int) (length.toNanos() / STEP_NANOS));
        return STEPS_OF_A_SECOND * (double) sum(first, count) / count;
    }

    /** Outcomes in the slowest second that lies within this time, wherever it begins. */
    public double slowestSecond(long from, Duration length) {
        int first = step(from);
        int last = first + (int) (length.toNanos() / STEP_NANOS) - STEPS_OF_A_SECOND;
        long slowest = Long.MAX_VALUE;
        for (int at = first; at <= last; at++) {
            slowest = Math.min(slowest, sum(at, STEPS_OF_A_SECOND));
        }
        return slowest;
    }

    private long sum(int first, int count) {
        long sum = 0;
        for (int i = first; i < Math.min(MOST, first + count); i++) {
            sum += steps.get(i);
        }
        return sum;
    }
}
