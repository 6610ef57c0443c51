package dev.twinwatch.retrainer.history;

import dev.twinwatch.stream.kafka.Clients;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The committed records of a topic from some offsets to others, those of all partitions in the order of their times. */
final class MergedTopic implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int POLLS_WITHOUT_PROGRESS = 150;
    /** Of one partition, while others are behind. */
    private static final int MOST_WAITING = 5_000;

    private final String topic;
    private final Offsets end;
    private final Consumer<byte[], byte[]> consumer;
    private final Map<Integer, Deque<ConsumerRecord<byte[], byte[]>>> waiting = new TreeMap<>();
    private final List<TopicPartition> partitions = new ArrayList<>();
    private int idle;

    MergedTopic(Clients clients, String topic, Offsets from, Offsets end) {
        this.topic = topic;
        this.end = end;
        this.consumer = clients.consumer();
        end.byPartition().keySet().forEach(partition -> {
            partitions.add(new TopicPartition(topic, Integer.parseInt(partition)));
            waiting.put(Integer.parseInt(partition), new ArrayDeque<>());
        });
        consumer.assign(partitions);
        partitions.forEach(partition -> consumer.seek(partition, from.in(partition)));
    }

    void read(java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each, BooleanSupplier wantsMore) {
        while (wantsMore.getAsBoolean()) {
            while (!canTell()) {
                poll();
            }
            ConsumerRecord<byte[], byte[]> next = earliest();
            if (next == null) {
                return;
            }
            each.accept(next);
        }
    }

    /** Which record comes next: each partition has one waiting, or is at its end. */
    private boolean canTell() {
        return partitions.stream().allMatch(partition -> !waitingIn(partition).isEmpty() || isDone(partition));
    }

    private Deque<ConsumerRecord<byte[], byte[]>> waitingIn(TopicPartition partition) {
        return Objects.requireNonNull(waiting.get(partition.partition()));
    }

    /** Positions and not records tell: the last offsets of a partition can be marks of transactions. */
    private boolean isDone(TopicPartition partition) {
        return consumer.position(partition) >= end.in(partition);
    }

    private void poll() {
        for (TopicPartition partition : partitions) {
            if (waitingIn(partition).size() > MOST_WAITING || isDone(partition)) {
                consumer.pause(List.of(partition));
            } else {
                consumer.resume(List.of(partition));
            }
        }
        boolean progress = false;
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            progress = true;
            if (record.offset() < end.in(record.partition())) {
                Objects.requireNonNull(waiting.get(record.partition())).add(record);
            }
        }
        idle = progress ? 0 : idle + 1;
        if (idle == POLLS_WITHOUT_PROGRESS) {
            throw new KafkaException("topic " + topic + " gave no record for " + idle * POLL.toMillis() / 1000
                    + " s before offsets " + end.byPartition());
        }
    }

    private @Nullable ConsumerRecord<byte[], byte[]> earliest() {
        @Nullable Deque<ConsumerRecord<byte[], byte[]>> earliest = null;
        for (Deque<ConsumerRecord<byte[], byte[]>> own : waiting.values()) {
            if (!own.isEmpty()
                    && (earliest == null
                            || own.element().timestamp() < earliest.element().timestamp())) {
                earliest = own;
            }
        }
        return earliest == null ? null : earliest.remove();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
