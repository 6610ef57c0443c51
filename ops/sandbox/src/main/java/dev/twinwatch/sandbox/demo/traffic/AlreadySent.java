package dev.twinwatch.sandbox.demo.traffic;

import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.sandbox.demo.recording.Sample;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Which events stand on the topic from an earlier run: all whose place is before the end of its partition, since each event
 * has its place before it is sent.
 */
public final class AlreadySent {
    private final Map<Integer, Long> ends;

    private AlreadySent(Map<Integer, Long> ends) {
        this.ends = Map.copyOf(ends);
    }

    /** By partition: how many events stand on it. */
    public static AlreadySent upTo(Map<Integer, Long> ends) {
        return new AlreadySent(ends);
    }

    /** Asks the broker how far the events topic reaches. */
    public static AlreadySent on(Settings settings) throws InterruptedException, ExecutionException {
        String topic = settings.topics().events();
        try (Admin admin = new Clients(settings).admin()) {
            Map<Integer, Long> ends = new HashMap<>();
            admin.listOffsets(IntStream.range(0, settings.partitions())
                            .mapToObj(partition -> new TopicPartition(topic, partition))
                            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                    .all()
                    .get()
                    .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
            return new AlreadySent(ends);
        }
    }

    /** Whether an earlier run sent it. */
    public boolean has(Sample sample) {
        Origin place = sample.event().origin();
        return place.offset() < ends.getOrDefault(place.partition(), 0L);
    }
}
