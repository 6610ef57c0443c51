package dev.twinwatch.registry;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Asks again for an id that a registry does not know: a schema is registered a moment before the first record of it, and not
 * every replica of a registry knows it as soon. Only now and then, so that a topic full of ids that never existed does not
 * hold up its reader for longer than a transaction may last.
 */
final class Patience {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final Duration BETWEEN = Duration.ofSeconds(30);

    private final LongSupplier nanos;
    private final Sleeper sleeper;
    private boolean wasUsed;
    private long usedAt;

    /** What passes the time between two questions. */
    interface Sleeper {
        void sleep(Duration pause) throws InterruptedException;
    }

    /** With a clock that only goes forward, as {@link System#nanoTime()}. */
    Patience(LongSupplier nanos, Sleeper sleeper) {
        this.nanos = nanos;
        this.sleeper = sleeper;
    }

    /**
     * The answer to a question that had none; while one thread asks again, others wait, since most often they want the same.
     *
     * @param asked by the clock, when it was asked first
     * @param first what was answered then; thrown where patience was used up a short time ago
     */
    synchronized <T> T with(Supplier<T> question, long asked, UnknownSchemaException first) {
        if (!wasUsed || nanos.getAsLong() - usedAt >= BETWEEN.toNanos()) {
            try {
                return askAgain(question, first);
            } finally {
                wasUsed = true;
                usedAt = nanos.getAsLong();
            }
        }
        if (usedAt - asked > 0) {
            // Another thread was patient since: what it waited for may be there.
            return question.get();
        }
        throw first;
    }

    private <T> T askAgain(Supplier<T> question, UnknownSchemaException first) {
        long begun = nanos.getAsLong();
        UnknownSchemaException last = first;
        Duration pause = FIRST_PAUSE;
        while (nanos.getAsLong() - begun < LONGEST.toNanos()) {
            Duration left = LONGEST.minusNanos(nanos.getAsLong() - begun);
            sleep(pause.compareTo(left) < 0 ? pause : left);
            try {
                return question.get();
            } catch (UnknownSchemaException e) {
                last = e;
            }
            pause = pause.multipliedBy(2);
        }
        throw last;
    }

    private void sleep(Duration pause) {
        try {
            sleeper.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException(
                    "the wait for a schema that the registry does not know yet was interrupted:"
                            + " ask again unless shutting down",
                    e);
        }
    }
}
