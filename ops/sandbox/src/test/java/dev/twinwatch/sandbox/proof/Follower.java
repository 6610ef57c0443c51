package dev.twinwatch.sandbox.proof;

import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;

/** Reads one topic from its beginning, and sees only what was committed. */
final class Follower<T> implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Consumer<byte[], byte[]> consumer;
    private final Function<ConsumerRecord<byte[], byte[]>, T> reading;
    private final List<T> read = new ArrayList<>();

    Follower(Settings settings, String topic, Function<ConsumerRecord<byte[], byte[]>, T> reading) {
        this.consumer = new Clients(settings).consumer();
        this.reading = reading;
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Waits until at least so many were read since the beginning. */
    List<T> await(int count) {
        Awaitility.await()
                .atMost(LONGEST)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> pollOnce().size() >= count);
        return List.copyOf(read);
    }

    /** Waits until at least so many of those were read since the beginning; returns them. */
    List<T> await(Predicate<T> wanted, int count) {
        return Awaitility.await()
                .atMost(LONGEST)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> pollOnce().stream().filter(wanted).toList(), found -> found.size() >= count);
    }

    /** All up to the end of the topic; whoever wrote it must have stopped. */
    List<T> toTheEnd() {
        Awaitility.await()
                .atMost(LONGEST)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> {
                    pollOnce();
                    return consumer.endOffsets(consumer.assignment()).entrySet().stream()
                            .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
                });
        return List.copyOf(read);
    }

    private List<T> pollOnce() {
        consumer.poll(Duration.ofMillis(20)).forEach(record -> read.add(reading.apply(record)));
        return read;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
