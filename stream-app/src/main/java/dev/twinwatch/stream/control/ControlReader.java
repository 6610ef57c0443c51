package dev.twinwatch.stream.control;

import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.stream.kafka.Clients;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the control topic from its beginning, in a thread of its own: a bundle is validated here and never in a stream
 * thread. Failures of broker or registry are tried again without end.
 */
public final class ControlReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlReader.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long PAUSE_MILLIS = 1_000;

    private final Clients clients;
    private final TopicPartition partition;
    private final ControlLog log;
    private final ControlRecords records;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Consumer<byte[], byte[]> consumer;

    /** A reader of the topic's one partition. */
    public ControlReader(Clients clients, String topic, SchemaRegistry registry, ControlLog log) {
        this.clients = clients;
        this.partition = new TopicPartition(topic, 0);
        this.log = log;
        this.records = new ControlRecords(registry, log, System::nanoTime);
        this.thread = new Thread(this::run, "control-reader");
        this.thread.setDaemon(true);
    }

    /** Starts to read. */
    public void start() {
        thread.start();
    }

    /** Waits until all that stood on the topic at the start was read; false if that took longer. */
    public boolean awaitCaughtUp(Duration longest) throws InterruptedException {
        return caughtUp.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        long next = 0;
        while (closing.getCount() > 0) {
            try (Consumer<byte[], byte[]> opened = clients.consumer()) {
                consumer = opened;
                opened.assign(List.of(partition));
                long end = opened.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
                if (next == 0) {
                    opened.seekToBeginning(List.of(partition));
                } else {
                    opened.seek(partition, next);
                }
                while (closing.getCount() > 0) {
                    for (ConsumerRecord<byte[], byte[]> record : opened.poll(POLL)) {
                        records.accept(record);
                        next = record.offset() + 1;
                    }
                    if (opened.position(partition) >= end) {
                        log.settle();
                        caughtUp.countDown();
                    }
                }
            } catch (WakeupException e) {
                LOG.debug("control reader was woken to close");
            } catch (RuntimeException e) {
                // Broker or registry, most likely; without this thread no model would ever change again.
                LOG.warn("control topic {} cannot be read, trying again: {}", partition.topic(), e.toString());
                pause();
            }
        }
    }

    private void pause() {
        try {
            if (closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.debug("control reader closes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing.countDown();
        }
    }

    /** Stops reading, within some seconds. */
    @Override
    public void close() {
        closing.countDown();
        Consumer<byte[], byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
