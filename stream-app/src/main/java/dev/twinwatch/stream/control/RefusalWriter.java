package dev.twinwatch.stream.control;

import dev.twinwatch.contracts.Audit;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.settings.Settings;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to the topic of the audit what this instance refused, in a thread of its own: the control topic is read on while
 * broker or registry are away. A record may come twice, under the same key and with the same words.
 */
public final class RefusalWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalWriter.class);
    private static final long PAUSE_MILLIS = 1_000;
    private static final long LONGEST_CLOSE_MILLIS = 2_000;

    private final Settings settings;
    private final SchemaRegistry registry;
    private final BlockingQueue<Audit> waiting = new LinkedBlockingQueue<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /** For one watch. */
    public RefusalWriter(Settings settings, SchemaRegistry registry) {
        this.settings = settings;
        this.registry = registry;
        this.thread = new Thread(this::run, "control-refusals");
        this.thread.setDaemon(true);
    }

    /** Starts to write. */
    public void start() {
        thread.start();
    }

    /** To be written, now or once it can be. */
    public void add(Audit audit) {
        waiting.add(audit);
    }

    private void run() {
        try {
            while (closing.getCount() > 0) {
                Audit first = waiting.take();
                while (!written(first) && !closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    LOG.debug("audit of {} is tried again", first.getWhat());
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("writer of refusals ends");
        }
    }

    /** Refusals are rare: no client is held for them. */
    private boolean written(Audit audit) throws InterruptedException {
        try (Producer<byte[], byte[]> producer = new Clients(settings).producer()) {
            new ControlWriter(settings, registry, producer).audit(audit);
            producer.flush();
            return true;
        } catch (RuntimeException e) {
            LOG.warn("audit of {} cannot be written, trying again: {}", audit.getWhat(), e.toString());
            return false;
        }
    }

    /** Stops; what could not be written yet is, at the next start, since the control topic is read again. */
    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
        try {
            thread.join(LONGEST_CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
