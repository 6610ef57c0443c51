package dev.twinwatch.retrainer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** `twinwatch retrain` as a process of its own, as a person would start it. */
final class RetrainerProcess implements AutoCloseable {
    private static final Path LOG = Path.of("target", "retrainer.log");

    private final Process process;
    private final int logBegins;

    private RetrainerProcess(Process process, int logBegins) {
        this.process = process;
        this.logBegins = logBegins;
    }

    /** Its log stays after the test, for whoever looks for the reason of a failure. */
    static RetrainerProcess start(Path settings, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx600m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.twinwatch.retrainer.Main",
                "retrain",
                "--config",
                settings.toString()));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
        builder.environment().put("OMP_NUM_THREADS", "1");
        int logBegins = Files.exists(LOG) ? Files.readString(LOG).length() : 0;
        return new RetrainerProcess(builder.start(), logBegins);
    }

    /** Waits until it says that. */
    void awaitSaid(String words) {
        Awaitility.await(words)
                .atMost(Duration.ofMinutes(2))
                .failFast("the process has ended", () -> !process.isAlive())
                .until(() -> Files.readString(LOG).substring(logBegins).contains(words));
    }

    /** As kill -9 does: nothing in the process learns of it. Returns when it is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits until it ends by itself; returns the exit status. */
    int awaitExit() throws InterruptedException {
        if (!process.waitFor(4, TimeUnit.MINUTES)) {
            throw new IllegalStateException("it should end by itself and still runs");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
