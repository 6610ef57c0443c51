package dev.twinwatch.sandbox.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The service as a process of its own, as a person would start it. */
final class ServiceProcess implements AutoCloseable {
    private static final long LONGEST_STOP_SECONDS = 30;
    private static final long LONGEST_EXIT_SECONDS = 60;

    private final Process process;
    private final Path log;
    private final long logBegins;

    private ServiceProcess(Process process, Path log, long logBegins) {
        this.process = process;
        this.log = log;
        this.logBegins = logBegins;
    }

    static ServiceProcess start(Path settings, Path log) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java,
                "-Xmx256m",
                "-XX:+UseSerialGC",
                // It runs for seconds: the better compiler would only keep both cores busy.
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.twinwatch.stream.app.Main",
                "serve",
                "--config",
                settings.toString());
        long logBegins = Files.exists(log) ? Files.size(log) : 0;
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new ServiceProcess(process, log, logBegins);
    }

    /** All that it has said. */
    String said() throws IOException {
        byte[] bytes = Files.readAllBytes(log);
        return new String(bytes, (int) logBegins, (int) (bytes.length - logBegins), StandardCharsets.UTF_8);
    }

    /** Waits until it says that. */
    void awaitSaid(String words) {
        Awaitility.await(words)
                .atMost(Duration.ofSeconds(60))
                .failFast("the process has ended", () -> !process.isAlive())
                .until(() -> said().contains(words));
    }

    /** Waits until it ends by itself; returns the exit status. */
    int awaitExit() throws InterruptedException {
        if (!process.waitFor(LONGEST_EXIT_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("service should end by itself and still runs");
        }
        return process.exitValue();
    }

    /** As kill -9 does: nothing in the process learns of it. Returns when it is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As a person stops it; returns the exit status. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("service was asked to stop and still runs");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
