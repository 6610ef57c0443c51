package dev.twinwatch.stream.api;

import dev.twinwatch.stream.dashboard.AlertRow;
import dev.twinwatch.stream.dashboard.RecentAlerts;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /api/stream}: server-sent events. {@code alert} is a row that is new or changed, {@code status} comes every two
 * seconds and shows that the connection lives, {@code reset} says that the rows so far are of another count and that all
 * follow anew.
 *
 * <p>The id of an event is {@code epoch:change}. Whoever comes back with the last one gets what changed since then.
 */
final class AlertStream implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AlertStream.class);
    private static final int MOST_CLIENTS = 32;
    private static final Duration BETWEEN_STATUSES = Duration.ofSeconds(2);
    /** In a flood of alerts, changes of the same row within this time become one. */
    private static final long LEAST_PAUSE_MILLIS = 100;

    private final Page page;
    private final RecentAlerts recent;
    private final Semaphore places;
    private final CountDownLatch closing = new CountDownLatch(1);

    AlertStream(Page page) {
        this(page, MOST_CLIENTS);
    }

    AlertStream(Page page, int mostClients) {
        this.page = page;
        this.recent = page.recent();
        this.places = new Semaphore(mostClients);
    }

    /** Before the stream begins, since after that no refusal can be told. */
    void admit(Context context) {
        if (places.availablePermits() == 0) {
            context.status(503)
                    .json(new Refusal("too many pages are open on this instance: close some"))
                    .skipRemainingHandlers();
        }
    }

    /** Serves one client in the thread of its request, so that a slow one holds up nobody else. */
    void serve(Context context) {
        if (!places.tryAcquire()) {
            return;
        }
        try {
            run(new EventClient(context), seen(context.header("Last-Event-ID")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.debug("a page was closed", e);
        } finally {
            places.release();
        }
    }

    private void run(EventClient client, long last) throws IOException, InterruptedException {
        long seen = last;
        long statusAt = System.nanoTime() - BETWEEN_STATUSES.toNanos();
        while (closing.getCount() > 0) {
            if (System.nanoTime() - statusAt >= BETWEEN_STATUSES.toNanos()) {
                statusAt = System.nanoTime();
                client.send("status", page.status().get(), null);
            }
            // Until all is here, a client that comes back keeps what it has.
            if (recent.isComplete()) {
                seen = sendChanges(client, seen);
            }
            if (!closing.await(LEAST_PAUSE_MILLIS, TimeUnit.MILLISECONDS) && recent.isComplete()) {
                recent.awaitChangeAfter(Math.max(seen, 0), BETWEEN_STATUSES.minusMillis(LEAST_PAUSE_MILLIS));
            }
        }
    }

    private long sendChanges(EventClient client, long seen) throws IOException {
        if (seen < 0) {
            client.send("reset", Map.of(), recent.epoch() + ":0");
        }
        RecentAlerts.Changes changes = recent.changedAfter(Math.max(seen, 0));
        for (AlertRow row : changes.rows()) {
            client.send("alert", row, recent.epoch() + ":" + row.change());
        }
        return changes.upTo();
    }

    /** Number of the last change that the client has; -1 if that is unknown or of another count. */
    private long seen(@Nullable String lastEventId) {
        String prefix = recent.epoch() + ":";
        if (lastEventId == null || !lastEventId.startsWith(prefix)) {
            return -1;
        }
        try {
            return Long.parseLong(lastEventId.substring(prefix.length()));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    @Override
    public void close() {
        closing.countDown();
    }
}
