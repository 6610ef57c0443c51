package dev.twinwatch.sandbox.demo.recording;

import dev.twinwatch.engine.features.Origin;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** Where the next record of a topic will stand to which nobody else writes; partitions as Kafka's own producer has them. */
public final class Placement {
    private final String topic;
    private final long[] next;

    /** For an empty topic. */
    public Placement(String topic, int partitions) {
        this.topic = topic;
        this.next = new long[partitions];
    }

    /** The place of the next record with this key. */
    Origin next(String key, boolean enrol) {
        int partition = Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % next.length;
        return new Origin(topic, partition, next[partition]++, enrol);
    }
}
