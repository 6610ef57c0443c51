package dev.twinwatch.sandbox.demo;

import dev.twinwatch.engine.bundle.Sha256;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.sandbox.demo.judging.Blocks;
import dev.twinwatch.sandbox.demo.judging.Truth;
import dev.twinwatch.sandbox.demo.recording.Placement;
import dev.twinwatch.sandbox.demo.recording.Recorder;
import dev.twinwatch.sandbox.demo.recording.Recording;
import dev.twinwatch.sandbox.demo.recording.Scenario;
import dev.twinwatch.sandbox.demo.report.AlertLine;
import dev.twinwatch.sandbox.demo.report.DemoReport;
import dev.twinwatch.sandbox.demo.report.Published;
import dev.twinwatch.sandbox.demo.screen.Screen;
import dev.twinwatch.sandbox.demo.traffic.EventSender;
import dev.twinwatch.sandbox.demo.traffic.Ledger;
import dev.twinwatch.sandbox.demo.traffic.OutcomeReader;
import dev.twinwatch.stream.app.Service;
import dev.twinwatch.stream.control.ModelPublisher;
import dev.twinwatch.stream.kafka.TopicSetup;
import dev.twinwatch.stream.settings.Settings;
import dev.twinwatch.stream.settings.SettingsFile;
import dev.twinwatch.trainer.app.Training;
import dev.twinwatch.trainer.training.Hyperparameters;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/** One run from an empty folder to a report: servers, history, training, service, enrolment, stream. */
public final class Demo implements AutoCloseable {
    /** So many events are on their way at a time: few enough that latency is not the time in a queue. */
    private static final int STREAMING_AT_A_TIME = 2_000;
    /** Nobody waits for the outcome of an enrolment. */
    private static final int ENROLLING_AT_A_TIME = 5_000;

    private static final Duration LONGEST_START = Duration.ofSeconds(30);

    private final DemoFolder folder;
    private final int brokerPort;
    private final int httpPort;
    private final Screen screen;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private boolean closed;

    /** Nothing is started yet; a port of 0 takes any free one. */
    public Demo(DemoFolder folder, int brokerPort, int httpPort, Screen screen) {
        this.folder = folder;
        this.brokerPort = brokerPort;
        this.httpPort = httpPort;
        this.screen = screen;
    }

    /** Blocks of so many events are to be judged as well, and shown beside what others published. */
    public record Comparison(int blockSize, List<Published> published) {}

    /**
     * What came of it, and what is still running.
     *
     * @param lastAlert id of the alert that was opened last; empty for none
     */
    public record Ended(DemoReport report, Settings settings, int httpPort, String lastAlert) {}

    /** Runs; what it started goes on running until {@link #close}. */
    public Ended run(Scenario scenario, long seed, Optional<Comparison> comparison) throws Exception {
        Servers servers =
                opened(screen.step("broker and registry started", () -> Servers.start(folder.root(), brokerPort, 0))
                        .made());
        Settings settings = settings(scenario, servers);
        SchemaRegistry registry = SchemaRegistry.from(settings.registry());
        new TopicSetup(settings).prepare(LONGEST_START);
        Recording recording = screen.step(
                        scenario.words(),
                        () -> Recorder.record(
                                scenario,
                                scenario.encoding(registry),
                                new Placement(settings.topics().events(), settings.partitions())))
                .made();
        recording.problems().stream().limit(3).forEach(problem -> screen.line("          left out: " + problem));
        Screen.Timed<byte[]> bundle = screen.step(
                String.format(
                        Locale.ROOT,
                        "trained on the first %,d events",
                        recording.history().size()),
                () -> train(recording, seed));
        Screen.Timed<Service> service = screen.step("model published, service started", () -> {
            new ModelPublisher(settings, registry).publish(bundle.made(), "demo", "first model");
            Service started = opened(new Service(settings));
            started.start();
            return started;
        });
        screen.line("          look: http://" + settings.httpHost() + ":"
                + service.made().httpPort() + "/");
        Truth truth =
                new Truth(recording.stretches(), scenario.watch().sequence().length());
        Optional<Blocks> blocks =
                comparison.map(wanted -> new Blocks(wanted.blockSize(), scenario.historyEvents(), truth));
        Verdicts verdicts = new Verdicts(
                recording,
                truth,
                new AlertLine(scenario.watch(), screen),
                screen,
                blocks,
                comparison.map(Comparison::published).orElse(List.of()));
        Ledger enrolling = new Ledger(ENROLLING_AT_A_TIME);
        OutcomeReader reader = opened(new OutcomeReader(settings, registry, enrolling, verdicts));
        EventSender sender = opened(new EventSender(settings));
        screen.step("enrolled", () -> {
            sender.send(
                    recording.history(),
                    enrolling,
                    progress("enrolling", recording.history().size()));
            return enrolling;
        });
        Ledger streaming = new Ledger(STREAMING_AT_A_TIME);
        reader.enterIn(streaming);
        Screen.Timed<Ledger> stream = screen.step("streamed", () -> {
            sender.send(
                    recording.live(),
                    streaming,
                    progress("streaming", recording.live().size()));
            return streaming;
        });
        DemoReport report = verdicts.report(
                streaming, Sha256.of(bundle.made()), Map.of("train", bundle.seconds(), "stream", stream.seconds()));
        return new Ended(report, settings, service.made().httpPort(), verdicts.lastAlert());
    }

    private byte[] train(Recording recording, long seed) throws IOException {
        byte[] bundle = new Training(
                        recording.layout(), Hyperparameters.defaults().withSeed(seed))
                .run(
                        Histories.of(recording),
                        (iteration, of, loss, validation) -> screen.progress(String.format(
                                Locale.ROOT, "          training: batch %d of at most %d", iteration, of)))
                .bundle();
        Files.write(folder.bundle(), bundle);
        return bundle;
    }

    private IntConsumer progress(String words, int of) {
        return sent -> {
            if (sent % 64 == 0) {
                screen.progress(String.format(Locale.ROOT, "          %s: %,d of %,d events", words, sent, of));
            }
        };
    }

    /** Written down as well, so that other commands can be pointed at the running service. */
    private Settings settings(Scenario scenario, Servers servers) throws IOException {
        Files.writeString(folder.watch(), scenario.watch().yaml());
        Files.write(
                folder.settings(),
                List.of(
                        "watch: watch.yaml",
                        "kafka.bootstrap-servers: " + servers.bootstrapServers(),
                        "registry.url: " + servers.registryUrl(),
                        "state.dir: state",
                        "http.port: " + httpPort));
        return SettingsFile.read(folder.settings(), Map.of());
    }

    private synchronized <T extends AutoCloseable> T opened(T part) throws Exception {
        if (closed) {
            part.close();
            throw new IllegalStateException("the demo was stopped while it started: start it again");
        }
        open.push(part);
        return part;
    }

    /** Stops what was started, the last first. */
    @Override
    public synchronized void close() {
        closed = true;
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                screen.line("twinwatch: " + e.getMessage());
            }
        }
    }
}
