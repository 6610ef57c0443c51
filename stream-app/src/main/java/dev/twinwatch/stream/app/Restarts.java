package dev.twinwatch.stream.app;

import dev.twinwatch.stream.metrics.Counts;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a stream thread fails: another takes its place after a pause that doubles from 1 s to 30 s; after too
 * many failures in a row the service gives up and says so in its health. Ten minutes without a failure end a row.
 */
final class Restarts implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Restarts.class);
    private static final long FIRST_PAUSE_MILLIS = 1_000;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;
    private static final Duration ROW = Duration.ofMinutes(10);

    private final int most;
    private final Counts counts;
    private final CountDownLatch closing = new CountDownLatch(1);
    private int inARow;
    private long last;
    private String gaveUp = "";

    Restarts(int most, Counts counts) {
        this.most = most;
        this.counts = counts;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        counts.restart();
        int failures = note(failure);
        if (failures >= most) {
            LOG.error("gave up after {} failures in a row; the last one:", failures, failure);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        long pause = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(failures - 1, 20));
        LOG.error("a stream thread failed ({} in a row); another takes its place in {} ms", failures, pause, failure);
        try {
            if (closing.await(pause, TimeUnit.MILLISECONDS)) {
                return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private synchronized int note(Throwable failure) {
        long now = System.nanoTime();
        inARow = inARow > 0 && now - last > ROW.toNanos() ? 1 : inARow + 1;
        last = now;
        if (inARow >= most) {
            gaveUp = "gave up after " + inARow + " failures in a row, the last one: " + root(failure);
        }
        return inARow;
    }

    /** The innermost cause says what to do; what Streams wraps around it names only the task. */
    private static Throwable root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }

    synchronized int inARow() {
        return System.nanoTime() - last > ROW.toNanos() ? 0 : inARow;
    }

    synchronized String gaveUp() {
        return gaveUp;
    }

    /** Ends a pause, so that a failed thread does not hold up the shutdown. */
    void close() {
        closing.countDown();
    }
}
