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
import dev.twinwatch.sandbox.demo.traffic.AlreadySent;
import dev.twinwatch.sandbox.demo.traffic.EventSender;
import dev.twinwatch.sandbox.demo.traffic.Ledgers;
import dev.twinwatch.sandbox.demo.traffic.OutcomeReader;
import dev.twinwatch.sandbox.startup.Room;
import dev.twinwatch.stream.app.Service;
import dev.twinwatch.stream.control.ModelPublisher;
import dev.twinwatch.stream.kafka.TopicSetup;
import dev.twinwatch.stream.settings.Settings;
import dev.twinwatch.stream.settings.SettingsFile;
import dev.twinwatch.trainer.training.Hyperparameters;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One run from a folder to a report: servers, history, training, service, enrolment, stream. A folder in which an earlier run
 * ended or was stopped is gone on with: what was trained, sent and judged is not done again.
 */
public final class Demo implements AutoCloseable {
    /** So many events are on their way at a time: few enough that latency is not the time in a queue. */
    private static final int STREAMING_AT_A_TIME = 2_000;
    /** Nobody waits for the outcome of an enrolment. */
    private static final int ENROLLING_AT_A_TIME = 5_000;

    /** The default demo writes about half of it. */
    private static final long LEAST_DISK = 1L << 30;

    private static final Duration LONGEST_START = Duration.ofSeconds(30);

    private final DemoFolder folder;
    private final int brokerPort;
    private final int httpPort;
    private final Screen screen;
    private final Hyperparameters training;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private volatile Supplier<String> reached = () -> "before anything was streamed";
    private boolean closed;

    /** Nothing is started yet; a port of 0 takes any free one. */
    public Demo(DemoFolder folder, int brokerPort, int httpPort, Screen screen) {
        this(folder, brokerPort, httpPort, screen, Hyperparameters.defaults());
    }

    /** The same with another training, which gets the seed of the run. */
    Demo(DemoFolder folder, int brokerPort, int httpPort, Screen screen, Hyperparameters training) {
        this.folder = folder;
        this.brokerPort = brokerPort;
        this.httpPort = httpPort;
        this.screen = screen;
        this.training = training;
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
        Room.requireDisk(folder.root(), LEAST_DISK);
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
        DemoJournal journal = DemoJournal.in(folder);
        journal.about(scenario.words(), recording);
        Screen.Timed<byte[]> bundle = new DemoModel(folder, screen, training).of(recording, seed);
        Screen.Timed<Service> service = screen.step("model published, service started", () -> {
            if (!journal.hasPublished(bundle.made())) {
                new ModelPublisher(settings, registry).publish(bundle.made(), "demo", "first model");
                journal.published(bundle.made());
            }
            Service started = opened(new Service(settings));
            started.start();
            return started;
        });
        screen.line("          look: http://" + settings.httpHost() + ":"
                + service.made().httpPort() + "/");
        AlreadySent before = AlreadySent.on(settings);
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
                comparison.map(Comparison::published).orElse(List.of()),
                before);
        Ledgers ledgers = new Ledgers(recording, before, ENROLLING_AT_A_TIME, STREAMING_AT_A_TIME);
        opened(new OutcomeReader(settings, registry, ledgers, verdicts));
        Sending sending = new Sending(opened(new EventSender(settings)), before, screen);
        sending.all(recording.history(), ledgers.enrolling(), "enrolled");
        reached = () -> verdicts.soFar(ledgers.streaming());
        double seconds = sending.all(recording.live(), ledgers.streaming(), "streamed");
        DemoReport report = verdicts.report(
                ledgers.streaming(), Sha256.of(bundle.made()), Map.of("train", bundle.seconds(), "stream", seconds));
        return new Ended(report, settings, service.made().httpPort(), verdicts.lastAlert());
    }

    /** How far it came, in words for whoever stops it; for after {@link #close}. */
    public String reached() {
        return reached.get();
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
                        // weeks of events pass in seconds: from when on another limit held would depend on the machine
                        "limits.follow: false",
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
