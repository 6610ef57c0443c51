package dev.twinwatch.stream.kafka;

import dev.twinwatch.stream.settings.Settings;
import dev.twinwatch.stream.settings.Topics;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** Sees that the topics which somebody may have made otherwise have the partitions and the cleanup that the service needs. */
final class TopicShapes {
    private final Settings settings;
    private final NoRights rights;
    private final YoungTopics young = new YoungTopics();

    TopicShapes(Settings settings) {
        this.settings = settings;
        this.rights = new NoRights(settings);
    }

    /** Throws IllegalStateException that names the first topic that does not fit, with what to do. */
    void check(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
        Topics topics = settings.topics();
        int eventPartitions = partitions(admin, topics.events(), "create it, or correct topics.events");
        if (settings.watch().partitionedByEntity() && eventPartitions != settings.partitions()) {
            throw new IllegalStateException("topic " + topics.events() + " has " + eventPartitions
                    + " partitions and topics.partitions is " + settings.partitions()
                    + ": with partitioned-by-entity both must be the same, set topics.partitions to "
                    + eventPartitions);
        }
        int control = partitions(admin, topics.control(), "create it compacted with 1 partition");
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topics.control());
        Config config = Objects.requireNonNull(
                young.answer(() -> admin.describeConfigs(List.of(resource)).all())
                        .get(resource),
                "the broker answered for another topic than " + topics.control());
        String cleanup = config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value();
        if (control != 1 || !TopicConfig.CLEANUP_POLICY_COMPACT.equals(cleanup)) {
            throw new IllegalStateException("topic " + topics.control() + " has " + control
                    + " partitions and cleanup.policy " + cleanup
                    + ": it must have 1 partition and be compacted, else models get lost; create it again");
        }
    }

    private int partitions(Admin admin, String topic, String remedy) throws InterruptedException {
        try {
            return Objects.requireNonNull(
                            young.answer(() ->
                                            admin.describeTopics(List.of(topic)).allTopicNames())
                                    .get(topic),
                            "the broker answered for another topic than " + topic)
                    .partitions()
                    .size();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    rights.in(e, AclOperation.DESCRIBE)
                            .orElse("topic " + topic + " cannot be seen (" + e.getMessage() + "): " + remedy),
                    e);
        }
    }
}
