package dev.twinwatch.sandbox.broker;

import dev.twinwatch.sandbox.startup.StartupException;
import java.net.SocketException;
import java.util.Optional;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;

/** Kafka's own server, started so that a failure is an exception and not the end of this process. */
final class KafkaNode implements AutoCloseable {
    private final KafkaRaftServer server;

    private KafkaNode(KafkaRaftServer server) {
        this.server = server;
    }

    /** Empty if another process took one of the ports since they were looked for. */
    static Optional<KafkaNode> start(BrokerSettings settings) {
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings.asProperties(), false), Time.SYSTEM);
        KafkaNode node = new KafkaNode(server);
        try {
            withoutHalting(server::startup);
            sayWhyBeforeHalting(settings);
            return Optional.of(node);
        } catch (RuntimeException e) {
            node.close();
            if (isLostPort(e)) {
                return Optional.empty();
            }
            throw new StartupException(
                    "the broker cannot start on data folder " + settings.folder() + " (" + e
                            + "): free disk space or choose an empty folder, then start again",
                    e);
        }
    }

    // Kafka halts the JVM when its start fails. It also throws, which is all that a program with other parts needs.
    private static synchronized void withoutHalting(Runnable start) {
        Exit.setHaltProcedure((status, message) -> {});
        Exit.setExitProcedure((status, message) -> {});
        try {
            start.run();
        } finally {
            Exit.resetHaltProcedure();
            Exit.resetExitProcedure();
        }
    }

    // Once it runs, Kafka halts the JVM when it can write nowhere any more: no hook runs, and nobody would know why.
    private static void sayWhyBeforeHalting(BrokerSettings settings) {
        Exit.setHaltProcedure((status, message) -> {
            System.err.println("twinwatch: the broker cannot go on writing to data folder " + settings.folder()
                    + ": free disk space, then start again; nothing that was acknowledged is lost");
            Runtime.getRuntime().halt(status);
        });
    }

    private static boolean isLostPort(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketException) {
                return true;
            }
        }
        return false;
    }

    /** Stops with a controlled shutdown: the next start on the folder need not recover its logs. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
