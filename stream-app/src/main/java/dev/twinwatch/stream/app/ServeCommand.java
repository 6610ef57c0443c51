package dev.twinwatch.stream.app;

import dev.twinwatch.stream.settings.Settings;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** `twinwatch serve`: runs the service until it is told to stop. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Reads events and writes alerts until it is stopped.",
        footer = {"", "Example:", "  ./twinwatch serve --config twinwatch.yaml"})
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private ConfigOption config;

    @Override
    public Integer call() throws Exception {
        Settings settings = config.settings();
        CountDownLatch stopped = new CountDownLatch(1);
        Service service = new Service(settings);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            service.close();
                            stopped.countDown();
                        },
                        "shutdown"));
        service.start();
        stopped.await();
        return 0;
    }
}
