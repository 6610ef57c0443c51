package dev.twinwatch.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The service in a process of its own, as `twinwatch serve` starts it. */
public final class ServiceInstance implements AutoCloseable {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);
    private static final long LOOK_MILLIS = 100;

    private final Process process;
    private final Path log;

    private ServiceInstance(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it with a settings file; what it says goes into a file beside that. */
    public static ServiceInstance start(Path settings, String heap) throws IOException {
        Path log = settings.resolveSibling(settings.getFileName() + ".log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.twinwatch.stream.app.Main",
                        "serve",
                        "--config",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new ServiceInstance(process, log);
    }

    /** Waits until it says that. */
    public void awaitSaid(String words, Duration longest) throws IOException, InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (!Files.readString(log).contains(words)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("the service did not say \"" + words + "\": look into " + log);
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
