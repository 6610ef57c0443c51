package dev.twinwatch.sandbox.broker;

import dev.twinwatch.sandbox.startup.StartupException;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.RetriableException;

/** Waits until clients can really use a broker: it stands in the metadata and every partition has its leader. */
final class Readiness {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(25);

    private final Admin admin;

    Readiness(Admin admin) {
        this.admin = admin;
    }

    /**
     * Returns when the broker is registered with this port and every topic of its folder, internal ones included, has
     * leaders. After a kill the registration with the old port stands until its session ends.
     */
    void awaitBroker(int port) {
        await(
                "the broker",
                () -> admin.describeCluster().nodes().get().stream().anyMatch(node -> node.port() == port)
                        && haveLeaders(admin.listTopics(new ListTopicsOptions().listInternal(true))
                                .names()
                                .get()));
    }

    /** Returns when each of the topics exists and has a leader for every partition. */
    void awaitLeaders(Collection<String> topics) {
        await("topics " + topics, () -> haveLeaders(topics));
    }

    private boolean haveLeaders(Collection<String> topics) throws ExecutionException, InterruptedException {
        return admin.describeTopics(topics).allTopicNames().get().values().stream()
                .map(TopicDescription::partitions)
                .allMatch(partitions -> partitions.stream().allMatch(Readiness::hasLeader));
    }

    private static boolean hasLeader(TopicPartitionInfo partition) {
        return partition.leader() != null && !partition.leader().isEmpty();
    }

    private static void await(String what, Check check) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!holds(check)) {
                if (System.nanoTime() > deadline) {
                    throw new StartupException(what + " had no partition leaders after " + PATIENCE.toSeconds()
                            + " s: look for the reason in the broker's log, then start again");
                }
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupException("interrupted while waiting for " + what + ": start again", e);
        }
    }

    // A topic that was created a moment ago is not yet known to describeTopics: that is a "not yet", not an error.
    private static boolean holds(Check check) throws InterruptedException {
        try {
            return check.holds();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException) {
                return false;
            }
            throw new StartupException(
                    "the broker refused a request (" + e.getCause() + "): look at its log, then start again", e);
        }
    }

    private interface Check {
        boolean holds() throws ExecutionException, InterruptedException;
    }
}
