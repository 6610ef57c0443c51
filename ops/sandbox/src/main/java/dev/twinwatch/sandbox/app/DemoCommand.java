package dev.twinwatch.sandbox.app;

import dev.twinwatch.engine.watch.Watch;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.sandbox.demo.Demo;
import dev.twinwatch.sandbox.demo.DemoFolder;
import dev.twinwatch.sandbox.demo.recording.RecordedFile;
import dev.twinwatch.sandbox.demo.recording.Scenario;
import dev.twinwatch.sandbox.demo.recording.SimulatedPayments;
import dev.twinwatch.sandbox.demo.report.DemoReport;
import dev.twinwatch.sandbox.demo.report.Gate;
import dev.twinwatch.sandbox.demo.report.Published;
import dev.twinwatch.sandbox.demo.report.Summary;
import dev.twinwatch.sandbox.demo.screen.Screen;
import dev.twinwatch.sandbox.simulator.Simulation;
import dev.twinwatch.sandbox.startup.StartupException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** `twinwatch demo`: everything at once on this machine. */
@Command(
        name = "demo",
        description =
                "Starts a broker, a registry and the service here, trains on the first events of a stream, streams"
                        + " the rest and shows every alert beside the truth.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final int EVENTS_PER_ENTITY = 300;
    private static final int HISTORY_PER_ENTITY = 150;
    private static final int LEAST_EVENTS = 3_000;
    private static final int MISSED = 2;

    @Option(names = "--headless", description = "Ends by itself.")
    private boolean headless;

    @Option(
            names = "--json",
            description = "Ends by itself, with one JSON object on standard output and all else on standard error.")
    private boolean json;

    @Option(names = "--data", paramLabel = "DIR", description = "Empty folder to keep; default: a temporary one.")
    private @Nullable Path data;

    @Option(names = "--port", defaultValue = "0", description = "Port of the broker; default: any free one.")
    private int port;

    @Option(
            names = "--http-port",
            defaultValue = "0",
            description = "Port of the page and of the API; default: any free one.")
    private int httpPort;

    @Option(names = "--seed", defaultValue = "1", description = "Of simulation and training; ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--events",
            defaultValue = "120000",
            description = "About how many events to simulate, at least 3000; ${DEFAULT-VALUE}.")
    private int events;

    @ArgGroup(exclusive = false, heading = "Recorded events instead of simulated ones:%n")
    private @Nullable Replay replay;

    private static final class Replay {
        @Option(names = "--replay", required = true, paramLabel = "FILE", description = "CSV, plain or .gz.")
        private Path file;

        @Option(names = "--labels", required = true, paramLabel = "FILE", description = "CSV: entity,from,to,label.")
        private Path labels;

        @Option(names = "--watch", required = true, paramLabel = "FILE", description = "What to watch in the events.")
        private Path watch;

        @Option(
                names = "--history",
                required = true,
                paramLabel = "N",
                description = "So many first events of each entity train and enrol.")
        private int history;

        @Option(
                names = "--blocks",
                paramLabel = "N",
                description = "Rates by block of N events as well, as the literature on masqueraders has them.")
        private @Nullable Integer blocks;

        @Option(
                names = "--published",
                paramLabel = "FILE",
                description = "CSV: name,hits,false_alarms,source; published rates by block to show beside."
                        + " By default NAME.published.csv beside the watch, in blocks of one window.")
        private @Nullable Path published;
    }

    @Override
    public Integer call() throws Exception {
        // First, so that a mistake in what was given leaves no folder behind.
        Scenario scenario = scenario();
        Optional<Demo.Comparison> comparison = comparison(scenario.watch());
        DemoFolder folder = DemoFolder.at(data);
        Logging.to(folder.log());
        Screen screen = json ? new Screen(System.err, false) : Screen.standard();
        Demo demo = new Demo(folder, port, httpPort, screen);
        AtomicBoolean stopping = new AtomicBoolean();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (!stopping.getAndSet(true)) {
                                end(demo, folder);
                            }
                        },
                        "shutdown"));
        try {
            Demo.Ended ended = demo.run(scenario, seed, comparison);
            List<String> missed = sumUp(screen, ended);
            if (!headless && !json) {
                tellHowToLookFurther(screen, folder, ended);
                untilStopped();
            }
            stopping.set(true);
            end(demo, folder);
            if (json) {
                print(ended.report());
            }
            return missed.isEmpty() ? 0 : MISSED;
        } catch (Exception e) {
            if (stopping.getAndSet(true)) {
                // What fails while everything is being stopped is no news.
                untilStopped();
            }
            demo.close();
            if (e instanceof StartupException) {
                folder.removeIfTemporary();
                throw e;
            }
            throw new IllegalStateException(Failure.sentence(e) + " (log: " + folder.log() + ")", e);
        }
    }

    private List<String> sumUp(Screen screen, Demo.Ended ended) {
        screen.line("");
        Summary.of(ended.report()).forEach(screen::line);
        List<String> missed = replay == null ? Gate.missedBy(ended.report()) : List.of();
        missed.forEach(sentence -> screen.line("  missed: " + sentence));
        return missed;
    }

    /** The shutdown hook ends the process. */
    private static void untilStopped() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    private static void end(Demo demo, DemoFolder folder) {
        demo.close();
        folder.removeIfTemporary();
    }

    private static void print(DemoReport report) {
        System.out.println(report.json());
        System.out.flush();
    }

    private Scenario scenario() throws IOException {
        if (replay != null) {
            return new RecordedFile(WatchFile.read(replay.watch), replay.file, replay.labels, replay.history);
        }
        if (events < LEAST_EVENTS) {
            throw new IllegalArgumentException("--events is " + events + ", expected " + LEAST_EVENTS
                    + " or more, so that somebody is taken over");
        }
        int entities = Math.round((float) events / EVENTS_PER_ENTITY);
        return SimulatedPayments.of(
                paymentsWatch(), new Simulation(entities, EVENTS_PER_ENTITY, HISTORY_PER_ENTITY, seed));
    }

    /** What was asked for; else what lies beside the watch as NAME.published.csv, by blocks of one window. */
    private Optional<Demo.Comparison> comparison(Watch watch) {
        if (replay == null) {
            return Optional.empty();
        }
        Path published = replay.published == null ? besideTheWatch(replay.watch) : replay.published;
        if (replay.blocks == null && !Files.exists(published)) {
            return Optional.empty();
        }
        int blocks = replay.blocks == null ? watch.sequence().length() : replay.blocks;
        return Optional.of(
                new Demo.Comparison(blocks, Files.exists(published) ? Published.read(published) : List.of()));
    }

    private static Path besideTheWatch(Path watch) {
        String name = watch.getFileName().toString().replaceFirst("[.][^.]*$", "");
        return watch.resolveSibling(name + ".published.csv");
    }

    private static Watch paymentsWatch() throws IOException {
        String name = "card-payments.yaml";
        try (InputStream watch = Objects.requireNonNull(
                DemoCommand.class.getResourceAsStream("/watches/" + name), name + " is missing in this build")) {
            return WatchFile.parse(name, new String(watch.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static void tellHowToLookFurther(Screen screen, DemoFolder folder, Demo.Ended ended) {
        String url = "http://" + ended.settings().httpHost() + ":" + ended.httpPort();
        screen.line("");
        screen.line("The service goes on running; Ctrl-C stops it.");
        screen.line("  page      " + url + "/");
        screen.line("  health    " + url + "/health/ready");
        screen.line("  metrics   " + url + "/metrics");
        screen.line("  alerts    topic " + ended.settings().topics().alerts() + " of broker "
                + ended.settings().kafka().get("bootstrap.servers") + ", Avro, schemas at "
                + ended.settings().registry().get("schema.registry.url"));
        screen.line("  feedback  ./twinwatch feedback --config " + folder.settings() + " --alert "
                + (ended.lastAlert().isEmpty() ? "ID" : ended.lastAlert()) + " --legitimate --comment \"on holiday\"");
        screen.line("  log       " + folder.log());
    }
}
