package dev.twinwatch.stream.app;

import dev.twinwatch.stream.settings.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** `twinwatch serve`: runs the service until it is told to stop. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Reads events and writes alerts until it is stopped.",
        footer = {
            "",
            "Waits for a broker and a registry that are away; ends with 1 and the reason",
            "where it cannot start or gives up.",
            "",
            "Examples:",
            "  ./twinwatch serve                               # with ./twinwatch.yaml",
            "  ./twinwatch serve --config payments.yaml",
            "  TWINWATCH_KAFKA_BOOTSTRAP_SERVERS=kafka:9092 ./twinwatch serve",
        })
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private ConfigOption config;

    @Override
    public Integer call() throws Exception {
        Settings settings = config.settings();
        Service service = new Service(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(service::close, "shutdown"));
        service.start();
        String reason = service.awaitEnd();
        if (!reason.isEmpty()) {
            throw new IllegalStateException(reason);
        }
        return 0;
    }
}
