package dev.twinwatch.sandbox.broker;

import java.nio.file.Path;
import java.util.Map;

/** The main class of a process that starts a broker, stores one record and ends as if it had been killed. */
final class KilledBroker {
    static final String TOPIC = "payments";
    static final int STATUS = 9;

    private KilledBroker() {}

    public static void main(String[] arguments) throws Exception {
        SandboxBroker broker = SandboxBroker.start(Path.of(arguments[0]), 0);
        try (Topics topics = Topics.at(broker.bootstrapServers())) {
            topics.ensure(TOPIC, 1, Map.of());
        }
        new Client(broker.bootstrapServers()).send(TOPIC, 1, "acknowledged");
        Runtime.getRuntime().halt(STATUS);
    }
}
