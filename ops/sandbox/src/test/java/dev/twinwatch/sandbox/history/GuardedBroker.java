package dev.twinwatch.sandbox.history;

import dev.twinwatch.sandbox.broker.SandboxBroker;
import dev.twinwatch.sandbox.startup.LoopbackPort;
import java.nio.file.Path;
import java.util.Map;

/** A broker with two doors: one for everybody, one only for who knows name and password. */
final class GuardedBroker implements AutoCloseable {
    private static final String LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule required";

    private final SandboxBroker broker;
    private final String guarded;

    private GuardedBroker(SandboxBroker broker, String guarded) {
        this.broker = broker;
        this.guarded = guarded;
    }

    static GuardedBroker start(Path folder, String name, String password) {
        int port = LoopbackPort.free();
        String open = "127.0.0.1:" + port;
        String controller = "127.0.0.1:" + LoopbackPort.free();
        String guarded = "127.0.0.1:" + LoopbackPort.free();
        return new GuardedBroker(
                SandboxBroker.start(
                        folder,
                        port,
                        Map.of(
                                "listeners",
                                "PLAINTEXT://" + open + ",CONTROLLER://" + controller + ",GUARDED://" + guarded,
                                "advertised.listeners",
                                "PLAINTEXT://" + open + ",GUARDED://" + guarded,
                                "controller.quorum.voters",
                                "1@" + controller,
                                "listener.security.protocol.map",
                                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,GUARDED:SASL_PLAINTEXT",
                                "sasl.enabled.mechanisms",
                                "PLAIN",
                                "listener.name.guarded.plain.sasl.jaas.config",
                                LOGIN + " user_" + name + "=\"" + password + "\";")),
                guarded);
    }

    /** Where everybody may come in. */
    String open() {
        return broker.bootstrapServers();
    }

    /** Where one has to say who one is. */
    String guarded() {
        return guarded;
    }

    /** Properties of a client that comes in there. */
    static String properties(String name, String password) {
        return String.join(
                "\n",
                "security.protocol=SASL_PLAINTEXT",
                "sasl.mechanism=PLAIN",
                "sasl.jaas.config=" + LOGIN + " username=\"" + name + "\" password=\"" + password + "\";",
                "");
    }

    @Override
    public void close() {
        broker.close();
    }
}
