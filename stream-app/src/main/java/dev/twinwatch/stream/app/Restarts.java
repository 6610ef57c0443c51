package dev.twinwatch.stream.app;

import dev.twinwatch.registry.RegistryUnavailableException;
import dev.twinwatch.stream.metrics.Counts;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a stream thread fails: another takes its place after a pause that doubles from 1 s to 30 s. A broker or
 * registry that is away is waited for without end. After too many other failures in a row, or at once where a right is
 * missing, the service gives up and says why. Ten minutes without a failure end a row.
 */
final class Restarts implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Restarts.class);
    private static final long FIRST_PAUSE_MILLIS = 1_000;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;
    private static final Duration ROW = Duration.ofMinutes(10);

    private final int most;
    private final Counts counts;
    private final Function<Throwable, Optional<String>> refused;
    private final Runnable end;
    private final CountDownLatch closing = new CountDownLatch(1);
    private int inARow;
    private int faults;
    private long last;
    private String gaveUp = "";

    /**
     * Decides about the failures of one service.
     *
     * @param refused what a failure says about a missing right, in one sentence; empty where it is about something else
     * @param end is told that the service gave up
     */
    Restarts(int most, Counts counts, Function<Throwable, Optional<String>> refused, Runnable end) {
        this.most = most;
        this.counts = counts;
        this.refused = refused;
        this.end = end;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        counts.restart();
        boolean outage = isOutage(failure);
        int failures = note(failure, outage);
        if (!gaveUp().isEmpty()) {
            LOG.error("the service ends, it {}", gaveUp(), failure);
            close();
            end.run();
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        long pause = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(failures - 1, 20));
        if (outage) {
            LOG.warn(
                    "waiting for what is away, trying again in {} ms: {}",
                    pause,
                    root(failure).toString());
        } else {
            LOG.error(
                    "a stream thread failed ({} in a row); another takes its place in {} ms", failures, pause, failure);
        }
        try {
            if (closing.await(pause, TimeUnit.MILLISECONDS)) {
                return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private synchronized int note(Throwable failure, boolean outage) {
        long now = System.nanoTime();
        if (inARow > 0 && now - last > ROW.toNanos()) {
            inARow = 0;
            faults = 0;
        }
        inARow++;
        faults += outage ? 0 : 1;
        last = now;
        Optional<String> right = refused.apply(failure);
        if (right.isPresent()) {
            gaveUp = "gave up: " + right.get();
        } else if (faults >= most) {
            gaveUp = "gave up after " + faults + " failures in a row, the last one: " + root(failure);
        }
        return inARow;
    }

    /** Whether only time can help: nobody has to change the service, its settings or its state. */
    private static boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RegistryUnavailableException
                    || cause instanceof TimeoutException
                    || cause instanceof DisconnectException) {
                return true;
            }
        }
        return false;
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
