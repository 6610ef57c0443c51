package dev.twinwatch.sandbox.demo.screen;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** How long something still takes, judged by its pace so far. */
public final class Pace {
    /** Before, the pace is that of starting. */
    private static final Duration EXPERIENCE = Duration.ofSeconds(1);

    private static final long MINUTE = 60;

    private final LongSupplier nanos;
    private final long begin;

    /** From now on. */
    public Pace() {
        this(System::nanoTime);
    }

    Pace(LongSupplier nanos) {
        this.nanos = nanos;
        this.begin = nanos.getAsLong();
    }

    /** As {@link #left} where it may end sooner. */
    public String atMost(long done, long of) {
        String left = left(done, of);
        return left.isEmpty() ? "" : "at most " + left;
    }

    /** For example `12 s` or `2 min 5 s`; empty while nothing can be said. */
    public String left(long done, long of) {
        long taken = nanos.getAsLong() - begin;
        if (done <= 0 || taken < EXPERIENCE.toNanos()) {
            return "";
        }
        long seconds = (long) Math.ceil(taken / 1e9 * (of - done) / done);
        return seconds < MINUTE
                ? seconds + " s"
                : String.format(Locale.ROOT, "%d min %d s", seconds / MINUTE, seconds % MINUTE);
    }
}
