package dev.twinwatch.stream.dashboard;

import dev.twinwatch.registry.RegistryException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands on the last committed records of some topics and then every new one, in a thread of its own. It belongs to no group:
 * each instance sees all, and after a restart the same as before. Failures are tried again without end.
 */
final class LastRecords implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LastRecords.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(3);
    private static final long BETWEEN_QUESTIONS_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final long PAUSE_MILLIS = 1_000;
    /** Of a partition, however many there are: the end of a topic is rarely spread evenly. */
    private static final long LEAST_PER_PARTITION = 100;

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final List<String> topics;
    private final long perTopic;
    private final java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each;
    private final Runnable caughtUp;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "recent-alerts");
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private volatile @Nullable Boolean answers;

    /**
     * Begins about so many records before the end of each topic.
     *
     * @param consumers opens a new one after each failure
     * @param caughtUp called once, when all that stood there at the beginning was handed on
     */
    LastRecords(
            Supplier<Consumer<byte[], byte[]>> consumers,
            List<String> topics,
            long perTopic,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each,
            Runnable caughtUp) {
        this.consumers = consumers;
        this.topics = topics;
        this.perTopic = perTopic;
        this.each = each;
        this.caughtUp = caughtUp;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Whether a broker answered when it was last asked, a few seconds ago; empty before the first answer. */
    Optional<Boolean> brokerAnswers() {
        return Optional.ofNullable(answers);
    }

    private void run() {
        boolean behind = true;
        while (closing.getCount() > 0) {
            try (Consumer<byte[], byte[]> opened = consumers.get()) {
                consumer = opened;
                List<TopicPartition> partitions = partitions(opened);
                opened.assign(partitions);
                Map<TopicPartition, Long> ends = opened.endOffsets(partitions);
                seek(opened, ends);
                answers = true;
                long asked = System.nanoTime();
                while (closing.getCount() > 0) {
                    for (ConsumerRecord<byte[], byte[]> record : opened.poll(POLL)) {
                        each.accept(record);
                        next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
                    }
                    if (behind && ends.entrySet().stream().allMatch(e -> opened.position(e.getKey()) >= e.getValue())) {
                        behind = false;
                        caughtUp.run();
                    }
                    if (System.nanoTime() - asked > BETWEEN_QUESTIONS_NANOS) {
                        answers = ask(opened, partitions);
                        asked = System.nanoTime();
                    }
                }
            } catch (WakeupException e) {
                LOG.debug("reader of recent alerts was woken to close");
            } catch (RegistryException e) {
                // The broker has answered: what it gave cannot be understood yet.
                LOG.warn("records of {} are not understood for the page, trying again: {}", topics, e.toString());
                pause();
            } catch (RuntimeException e) {
                answers = false;
                LOG.warn("topics {} cannot be read for the page, trying again: {}", topics, e.toString());
                pause();
            }
        }
    }

    private List<TopicPartition> partitions(Consumer<byte[], byte[]> opened) {
        return topics.stream()
                .flatMap(topic -> opened.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private void seek(Consumer<byte[], byte[]> opened, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> beginnings = opened.beginningOffsets(ends.keySet());
        ends.forEach((partition, end) -> {
            long inTopic = ends.keySet().stream()
                    .filter(other -> other.topic().equals(partition.topic()))
                    .count();
            long back = end - Math.max(LEAST_PER_PARTITION, perTopic / inTopic);
            opened.seek(
                    partition, next.getOrDefault(partition, Math.max(back, beginnings.getOrDefault(partition, 0L))));
        });
    }

    /** A poll does not tell an idle topic from a broker that is away. */
    private static boolean ask(Consumer<byte[], byte[]> opened, List<TopicPartition> partitions) {
        try {
            return !opened.endOffsets(partitions, LONGEST_ANSWER).isEmpty();
        } catch (TimeoutException e) {
            return false;
        }
    }

    private void pause() {
        try {
            if (closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.debug("reader of recent alerts closes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing.countDown();
        }
    }

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
