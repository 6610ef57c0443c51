package dev.twinwatch.sandbox.broker;

import dev.twinwatch.sandbox.startup.DataFolder;
import dev.twinwatch.sandbox.startup.LoopbackPort;
import dev.twinwatch.sandbox.startup.StartupException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** A real Kafka broker of one node inside this process; what it stores survives a restart on the same folder. */
public final class SandboxBroker implements AutoCloseable {
    private static final int ATTEMPTS = 5;

    private final DataFolder folder;
    private final KafkaNode node;
    private final String bootstrapServers;

    private SandboxBroker(DataFolder folder, KafkaNode node, String bootstrapServers) {
        this.folder = folder;
        this.node = node;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts the broker and returns when clients can use it: after about 2 seconds, 4 if the last one was killed.
     *
     * @param dataFolder created if absent; kept by {@link #close}
     * @param port 1 to 65535 on 127.0.0.1, or 0 for any free one
     * @throws StartupException if the port is taken, or the folder is not writable, in use or of another cluster
     */
    public static SandboxBroker start(Path dataFolder, int port) {
        return start(dataFolder, port, Map.of());
    }

    /** As {@link #start(Path, int)}, with more settings of the broker by Kafka's names. */
    public static SandboxBroker start(Path dataFolder, int port, Map<String, String> more) {
        DataFolder folder = DataFolder.claim(dataFolder);
        try {
            ClusterIdentity.establish(folder.path());
            return startIn(folder, port, more);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    // Another process may take a port between finding it and listening on it: look for others, a few times. A port
    // that was asked for by number is then refused by requireFree.
    private static SandboxBroker startIn(DataFolder folder, int port, Map<String, String> more) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (port != 0) {
                LoopbackPort.requireFree(port, "broker");
            }
            int brokerPort = port == 0 ? LoopbackPort.free() : port;
            BrokerSettings settings = new BrokerSettings(folder.path(), brokerPort, LoopbackPort.free(), more);
            Optional<KafkaNode> node = KafkaNode.start(settings);
            if (node.isPresent()) {
                return whenReady(new SandboxBroker(folder, node.get(), settings.bootstrapServers()), brokerPort);
            }
        }
        throw new StartupException("the broker lost its ports to other programs " + ATTEMPTS
                + " times: give it a port by number and start again");
    }

    private static SandboxBroker whenReady(SandboxBroker broker, int port) {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
            new Readiness(admin).awaitBroker(port);
            return broker;
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    /** The value for a client's {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Stops the broker in order, within seconds, and gives its folder back. */
    @Override
    public void close() {
        node.close();
        folder.close();
    }
}
