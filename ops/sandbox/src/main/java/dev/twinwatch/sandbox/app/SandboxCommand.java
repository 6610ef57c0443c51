package dev.twinwatch.sandbox.app;

import dev.twinwatch.sandbox.demo.Servers;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** `twinwatch sandbox`: a broker and a registry until they are told to stop. */
@Command(
        name = "sandbox",
        description = "Runs a Kafka broker and a schema registry on this machine until it is stopped.",
        footer = {
            "",
            "Examples:",
            "  ./twinwatch sandbox --data my-sandbox                  broker on 9092, registry on 8081",
            "  ./twinwatch sandbox --data my-sandbox --port 19092 --registry-port 18081",
            "  ./twinwatch serve --config twinwatch.yaml              in another terminal; its defaults are these ports",
            "",
            "TWINWATCH_SANDBOX_PORT and TWINWATCH_SANDBOX_REGISTRY_PORT stand for the options of ports.",
            "Exit status: 0 fine, 1 it failed, 64 the command line is wrong, 130 it was stopped with Ctrl-C.",
        },
        mixinStandardHelpOptions = true)
final class SandboxCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Durable folder; made if absent.")
    private Path data;

    @Option(
            names = "--port",
            defaultValue = "${env:TWINWATCH_SANDBOX_PORT:-9092}",
            description = "Port of the broker, 0 for any; ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--registry-port",
            defaultValue = "${env:TWINWATCH_SANDBOX_REGISTRY_PORT:-8081}",
            description = "Port of the registry, 0 for any; ${DEFAULT-VALUE}.")
    private int registryPort;

    @Override
    public Integer call() throws InterruptedException {
        Logging.to(data.resolve("sandbox.log"));
        CountDownLatch stopped = new CountDownLatch(1);
        Servers servers = Servers.start(data, port, registryPort);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            servers.close();
                            stopped.countDown();
                        },
                        "shutdown"));
        spec.commandLine().getOut().println("broker    " + servers.bootstrapServers());
        spec.commandLine().getOut().println("registry  " + servers.registryUrl());
        spec.commandLine().getOut().println("Ctrl-C stops both; " + data + " keeps what they hold.");
        spec.commandLine().getOut().flush();
        stopped.await();
        return 0;
    }
}
