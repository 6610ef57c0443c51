package dev.twinwatch.retrainer.history;

import dev.twinwatch.stream.kafka.Clients;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** A place in a topic: for each of its partitions an offset, as records of retraining keep it. */
public record Offsets(Map<String, Long> byPartition) {
    /** The beginning of a topic. */
    public static final Offsets BEGINNING = new Offsets(Map.of());

    public Offsets {
        byPartition = Map.copyOf(byPartition);
    }

    /** Where what is committed ends now. */
    public static Offsets endOf(Clients clients, String topic) {
        return read(clients, consumer -> consumer.endOffsets(partitions(consumer, topic)));
    }

    /** From where on at most so many records stand before an end: of each partition the same share. */
    static Offsets before(Clients clients, String topic, Offsets end, long most) {
        return read(clients, consumer -> {
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions(consumer, topic));
            double all = begins.entrySet().stream()
                    .mapToDouble(begin -> end.in(begin.getKey()) - begin.getValue())
                    .sum();
            double share = Math.min(1, most / Math.max(1, all));
            Map<TopicPartition, Long> from = new TreeMap<>(Comparator.comparingInt(TopicPartition::partition));
            begins.forEach((partition, begin) ->
                    from.put(partition, end.in(partition) - (long) ((end.in(partition) - begin) * share)));
            return from;
        });
    }

    private static Offsets read(Clients clients, Function<Consumer<byte[], byte[]>, Map<TopicPartition, Long>> ask) {
        try (Consumer<byte[], byte[]> consumer = clients.consumer()) {
            Map<String, Long> found = new TreeMap<>();
            ask.apply(consumer)
                    .forEach((partition, offset) -> found.put(String.valueOf(partition.partition()), offset));
            return new Offsets(found);
        }
    }

    private static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer, String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        // Else the client warns of ends that it learns and does not need.
        consumer.assign(partitions);
        return partitions;
    }

    /** Of one partition; 0 where it is not known. */
    long in(TopicPartition partition) {
        return in(partition.partition());
    }

    /** Of one partition; 0 where it is not known. */
    public long in(int partition) {
        return byPartition.getOrDefault(String.valueOf(partition), 0L);
    }
}
