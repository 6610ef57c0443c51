package dev.twinwatch.stream.kafka;

import dev.twinwatch.stream.settings.Settings;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Sees at start that the topics which hold the state have as many partitions as the settings say: the key of an entity decides
 * in which of them its state lies, and a stream of another width would fail over and over.
 */
public final class StateTopics {
    private static final long ANSWER_SECONDS = 20;

    private final Settings settings;

    /** For the state of one watch. */
    public StateTopics(Settings settings) {
        this.settings = settings;
    }

    /**
     * Those that do not exist yet are made later, in the right width.
     *
     * @param names of the topics that Kafka Streams keeps for this watch
     * @throws IllegalStateException that names a topic of another width and what to set
     */
    public void check(Set<String> names) throws InterruptedException {
        try (Admin admin = new Clients(settings).admin()) {
            for (Map.Entry<String, KafkaFuture<TopicDescription>> topic :
                    admin.describeTopics(names).topicNameValues().entrySet()) {
                check(topic.getKey(), topic.getValue());
            }
        }
    }

    private void check(String name, KafkaFuture<TopicDescription> described) throws InterruptedException {
        try {
            int found =
                    described.get(ANSWER_SECONDS, TimeUnit.SECONDS).partitions().size();
            if (found != settings.partitions()) {
                throw new IllegalStateException("topic " + name + " has " + found
                        + " partitions and topics.partitions is " + settings.partitions()
                        + ": set topics.partitions to "
                        + found + "; to change it, stop every instance, delete the topics that start with "
                        + settings.applicationId() + "- and the folder "
                        + settings.state().folder()
                        + ", and the service learns anew");
            }
        } catch (ExecutionException | TimeoutException e) {
            if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw new IllegalStateException(
                        new NoRights(settings)
                                .in(e)
                                .orElse("topic " + name + " cannot be seen (" + e + "): start again"),
                        e);
            }
        }
    }
}
