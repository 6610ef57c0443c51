package dev.twinwatch.bench.process;

import dev.twinwatch.sandbox.broker.SandboxBroker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A broker in a process of its own, so that its CPU does not count as the service's; it ends with this process. */
public final class BrokerProcess implements AutoCloseable {
    private static final String READY = "bootstrap ";
    private static final long LONGEST_STOP_SECONDS = 20;

    private final Process process;
    private final String bootstrapServers;

    private BrokerProcess(Process process, String bootstrapServers) {
        this.process = process;
        this.bootstrapServers = bootstrapServers;
    }

    /** Starts it with its data in a folder, on any free port; returns when it can be asked. */
    public static BrokerProcess start(Path folder) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                return new BrokerProcess(process, line.substring(READY.length()));
            }
        }
        throw new IOException("the broker's process ended before it was ready: is " + folder + " writable?");
    }

    /** Where it listens. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** CPU that it has taken so far. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() throws IOException {
        // Its input ends: that is how it learns that nobody needs it.
        process.getOutputStream().close();
        try {
            if (!process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** The process itself: one argument, the folder of the broker. */
    public static void main(String[] arguments) throws IOException {
        try (SandboxBroker broker = SandboxBroker.start(Path.of(arguments[0]), 0)) {
            System.out.println(READY + broker.bootstrapServers());
            while (System.in.read() >= 0) {
                // nothing is sent; only the end of it counts
            }
        }
    }
}
