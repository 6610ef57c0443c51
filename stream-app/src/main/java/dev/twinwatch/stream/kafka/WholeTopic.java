package dev.twinwatch.stream.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads all that stands committed on a topic now, partition after partition in no given order. */
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
        try (Consumer<byte[], byte[]> consumer = clients.consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(each);
            }
        }
    }
}
