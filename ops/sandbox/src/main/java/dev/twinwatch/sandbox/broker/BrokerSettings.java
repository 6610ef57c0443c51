package dev.twinwatch.sandbox.broker;

import dev.twinwatch.sandbox.startup.LoopbackPort;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * How the one broker of the sandbox is set up: small, durable, loopback only, and forgetting nothing by itself.
 *
 * @param more settings by Kafka's names, which count most
 */
record BrokerSettings(Path folder, int brokerPort, int controllerPort, Map<String, String> more) {
    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";
    private static final String BROKER_LISTENER = "PLAINTEXT";
    private static final String WITHOUT_LIMIT = "-1";
    private static final String INTERNAL_PARTITIONS = "4";

    String bootstrapServers() {
        return LoopbackPort.HOST + ":" + brokerPort;
    }

    Map<String, String> asProperties() {
        Map<String, String> settings = new HashMap<>();
        settings.putAll(oneNode());
        settings.putAll(retention());
        settings.putAll(internalTopics());
        settings.putAll(smallMachine());
        settings.putAll(more);
        return settings;
    }

    private Map<String, String> oneNode() {
        String controller = LoopbackPort.HOST + ":" + controllerPort;
        return Map.ofEntries(
                Map.entry("node.id", Integer.toString(NODE_ID)),
                Map.entry("process.roles", "broker,controller"),
                Map.entry(
                        "listeners",
                        BROKER_LISTENER + "://" + bootstrapServers() + "," + CONTROLLER_LISTENER + "://" + controller),
                Map.entry("advertised.listeners", BROKER_LISTENER + "://" + bootstrapServers()),
                Map.entry("inter.broker.listener.name", BROKER_LISTENER),
                Map.entry("controller.listener.names", CONTROLLER_LISTENER),
                Map.entry("controller.quorum.voters", NODE_ID + "@" + controller),
                Map.entry("log.dirs", folder.toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("controlled.shutdown.enable", "true"),
                Map.entry("broker.session.timeout.ms", "2000"),
                Map.entry("broker.heartbeat.interval.ms", "500"));
    }

    // Simulated payments carry times of their own, months ago or still to come: no age may delete or refuse them.
    private static Map<String, String> retention() {
        String anyDistance = Long.toString(Long.MAX_VALUE);
        return Map.of(
                "log.retention.ms", WITHOUT_LIMIT,
                "log.retention.bytes", WITHOUT_LIMIT,
                "log.message.timestamp.before.max.ms", anyDistance,
                "log.message.timestamp.after.max.ms", anyDistance);
    }

    private static Map<String, String> internalTopics() {
        return Map.of(
                "num.partitions", INTERNAL_PARTITIONS,
                "offsets.topic.num.partitions", INTERNAL_PARTITIONS,
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.num.partitions", INTERNAL_PARTITIONS,
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "group.initial.rebalance.delay.ms", "0");
    }

    private static Map<String, String> smallMachine() {
        return Map.of(
                "log.cleaner.threads", "1",
                "log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20),
                "log.index.size.max.bytes", Integer.toString(1 << 20),
                "num.network.threads", "2",
                "num.io.threads", "4",
                "background.threads", "2");
    }
}
