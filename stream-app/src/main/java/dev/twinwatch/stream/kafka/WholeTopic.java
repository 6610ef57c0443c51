package dev.twinwatch.stream.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads all that stands committed on a topic now, or its end, partition after partition in no given order. */
public final class WholeTopic {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Clients clients;
    private final String topic;

    /** A topic of that cluster. */
    public WholeTopic(Clients clients, String topic) {
        this.clients = clients;
        this.topic = topic;
    }

    /** Hands on each record; ends with the last one that stood there when it began. */
    public void read(java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each) {
        readNewest(Long.MAX_VALUE, each);
    }

    /** As {@link #read}, but begins about so many records before the end, an equal share of them in each partition. */
    public void readNewest(long most, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each) {
        try (Consumer<byte[], byte[]> consumer = clients.consumer()) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long share = Math.max(1, most / Math.max(1, partitions.size()));
            ends.forEach((partition, end) ->
                    consumer.seek(partition, Math.max(beginnings.getOrDefault(partition, 0L), end - share)));
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(each);
            }
        }
    }

    /** Where it ends now, which is elsewhere after each record that was committed. */
    public long end() {
        try (Consumer<byte[], byte[]> consumer = clients.consumer()) {
            return consumer.endOffsets(partitions(consumer)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }
}
