package dev.twinwatch.sandbox.broker;

import dev.twinwatch.sandbox.startup.StartupException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes sure that topics exist and can be written before anything uses them. */
public final class Topics implements AutoCloseable {
    private final Admin admin;
    private final Readiness readiness;

    private Topics(Admin admin) {
        this.admin = admin;
        this.readiness = new Readiness(admin);
    }

    /** Connects to a broker; to be closed after use. */
    public static Topics at(String bootstrapServers) {
        return new Topics(Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers)));
    }

    /**
     * Creates the topic if it is absent and returns when every partition has a leader.
     *
     * @param partitions 1 or more; an existing topic must have exactly as many
     * @param config topic settings by Kafka's names; those of an existing topic are left as they are
     * @return whether this call created it
     * @throws StartupException if it exists with other partitions, or the broker refuses it
     */
    public boolean ensure(String name, int partitions, Map<String, String> config) {
        boolean created = create(new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(config));
        readiness.awaitLeaders(List.of(name));
        requirePartitions(name, partitions);
        return created;
    }

    private boolean create(NewTopic topic) {
        try {
            admin.createTopics(List.of(topic)).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw new StartupException(
                    "topic " + topic.name() + " cannot be created (" + e.getCause()
                            + "): correct its name, partitions or settings",
                    e);
        } catch (InterruptedException e) {
            throw interrupted(topic.name(), e);
        }
    }

    // The key decides the partition: with another number of partitions an entity would move away from its state.
    private void requirePartitions(String name, int expected) {
        int found = partitionsOf(name);
        if (found != expected) {
            throw new StartupException("topic " + name + " has " + found + " partitions, expected " + expected
                    + ": delete the topic, choose another name, or ask for " + found);
        }
    }

    private int partitionsOf(String name) {
        try {
            return admin.describeTopics(List.of(name)).allTopicNames().get().values().stream()
                    .mapToInt(topic -> topic.partitions().size())
                    .sum();
        } catch (ExecutionException e) {
            throw new StartupException(
                    "topic " + name + " cannot be described (" + e.getCause() + "): is something deleting it?", e);
        } catch (InterruptedException e) {
            throw interrupted(name, e);
        }
    }

    private static StartupException interrupted(String name, InterruptedException e) {
        Thread.currentThread().interrupt();
        return new StartupException("interrupted while making topic " + name + ": start again", e);
    }

    @Override
    public void close() {
        admin.close();
    }
}
