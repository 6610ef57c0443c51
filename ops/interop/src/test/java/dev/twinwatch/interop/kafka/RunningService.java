package dev.twinwatch.interop.kafka;

import dev.twinwatch.interop.program.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The service as a person starts it: trained from a file, model published, then a process of its own. */
final class RunningService implements AutoCloseable {
    private static final String TRAINER = "dev.twinwatch.trainer.app.Main";
    private static final String STREAM_APP = "dev.twinwatch.stream.app.Main";
    /** Habits without any noise make much of little: a limit between 60, of the same habit, and 460, of the one to be found. */
    private static final String WATCH = """
            watch: payments
            entity: customer
            time: {field: paid_at, unit: millis}
            id: payment_id
            sequence: {length: 4, minimum: 2}
            features:
              - {name: amount,    field: amount, as: number,   scale: log}
              - {name: place,     field: place,  as: category, buckets: 16}
              - {name: new-place, field: place,  as: novelty}
            alerts: {limit: 200}
            """;

    private final Process process;

    private RunningService(Process process) {
        this.process = process;
    }

    /** Starts it on topics with one partition; events may be sent before it is ready. */
    static RunningService start(Path folder, Sandbox sandbox) throws IOException, InterruptedException {
        String watch = Files.writeString(folder.resolve("watch.yaml"), WATCH).toString();
        String history = Files.writeString(folder.resolve("history.csv"), Payments.history())
                .toString();
        String bundle = folder.resolve("model.bundle").toString();
        String settings = Files.writeString(
                        folder.resolve("twinwatch.yaml"),
                        String.join(
                                "\n",
                                "watch: watch.yaml",
                                "kafka.bootstrap-servers: " + sandbox.broker(),
                                "registry.url: " + sandbox.registryUrl(),
                                "topics.partitions: 1",
                                "http.port: 0",
                                ""))
                .toString();
        Run.java(TRAINER, "train", "--watch", watch, "--events", history, "--out", bundle, "--iterations", "20")
                .text("");
        Run.java(STREAM_APP, "models", "publish", "--config", settings, "--bundle", bundle)
                .text("");
        return new RunningService(new ProcessBuilder(Run.javaCommand(STREAM_APP, "serve", "--config", settings))
                .redirectErrorStream(true)
                // Stays after the test, for whoever looks for the reason of a failure.
                .redirectOutput(Path.of("target", "service.log").toFile())
                .start());
    }

    boolean isRunning() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
