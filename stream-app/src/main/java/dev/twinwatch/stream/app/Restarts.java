package dev.twinwatch.stream.app;

import dev.twinwatch.registry.RegistryUnavailableException;
import dev.twinwatch.stream.control.OtherWatchException;
import dev.twinwatch.stream.kafka.NoRights;
import dev.twinwatch.stream.metrics.Counts;
import dev.twinwatch.stream.settings.Setting;
import dev.twinwatch.stream.settings.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a stream thread fails: another takes its place after a pause that doubles from 1 s to 30 s. A broker or
 * registry that is away is waited for without end. After too many other failures in a row, or at once where a right is
 * missing or the live model is of another watch, the service gives up and says why. Ten minutes without a failure end a row.
 */
final class Restarts implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Restarts.class);
    private static final long FIRST_PAUSE_MILLIS = 1_000;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;
    private static final Duration ROW = Duration.ofMinutes(10);

    private final Settings settings;
    private final Counts counts;
    private final NoRights rights;
    private final Runnable end;
    private final CountDownLatch closing = new CountDownLatch(1);
    private int inARow;
    private int faults;
    private long last;
    private String gaveUp = "";

    /**
     * Decides about the failures of one service.
     *
     * @param end is told that the service gave up
     */
    Restarts(Settings settings, Counts counts, Runnable end) {
        this.settings = settings;
        this.counts = counts;
        this.rights = new NoRights(settings);
        this.end = end;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        counts.restart();
        Optional<String> away = away(failure);
        int failures = note(failure, away.isPresent());
        if (!gaveUp().isEmpty()) {
            LOG.error("the service ends, it {}", gaveUp(), failure);
            close();
            end.run();
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        long pause = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(failures - 1, 20));
        if (away.isPresent()) {
            LOG.warn(
                    "waiting for {}; trying again in {} ms ({})",
                    away.get(),
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
        Optional<String> right = rights.in(failure);
        if (right.isPresent()) {
            gaveUp = "gave up: " + right.get();
        } else if (root(failure) instanceof OtherWatchException) {
            gaveUp = "gave up: " + root(failure).getMessage();
        } else if (faults >= settings.stream().restarts()) {
            gaveUp = "gave up after " + faults + " failures in a row, the last one: " + root(failure);
        }
        return inARow;
    }

    /** What only time can bring back, with its address and what to look at; empty where something has to be changed. */
    private Optional<String> away(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RegistryUnavailableException) {
                return Optional.of(
                        away("the schema registry", Setting.REGISTRY, settings.registry(), "schema.registry.url"));
            }
            if (cause instanceof TimeoutException || cause instanceof DisconnectException) {
                return Optional.of(away("Kafka", Setting.BOOTSTRAP, settings.kafka(), "bootstrap.servers"));
            }
        }
        return Optional.empty();
    }

    private static String away(String what, Setting setting, Map<String, String> properties, String property) {
        return what + " at " + properties.get(property) + ": start it there, or correct " + setting.key()
                + " and start the service again";
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
