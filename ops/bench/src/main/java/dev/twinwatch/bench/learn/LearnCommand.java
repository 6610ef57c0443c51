package dev.twinwatch.bench.learn;

import dev.twinwatch.bench.process.BrokerProcess;
import dev.twinwatch.bench.process.Folder;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.retrainer.Retrainer;
import dev.twinwatch.retrainer.RetrainingMetrics;
import dev.twinwatch.sandbox.app.Logging;
import dev.twinwatch.sandbox.demo.screen.Pace;
import dev.twinwatch.sandbox.demo.screen.Screen;
import dev.twinwatch.sandbox.registry.SandboxRegistry;
import dev.twinwatch.stream.app.Service;
import dev.twinwatch.stream.control.ModelPublisher;
import dev.twinwatch.stream.kafka.TopicSetup;
import dev.twinwatch.stream.settings.Settings;
import dev.twinwatch.stream.settings.SettingsFile;
import dev.twinwatch.trainer.app.Training;
import dev.twinwatch.trainer.history.History;
import dev.twinwatch.trainer.history.HistoryReader;
import dev.twinwatch.trainer.training.Hyperparameters;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** `twinwatch demo --learn`: the whole circle, told step by step. */
@Command(
        name = "learn",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = "./twinwatch demo --learn [OPTIONS]",
        description =
                "Starts a broker, a registry, the service and the retraining service here. Crews take over simulated"
                        + " customers; analysts say what the first alerts really were; a new model is trained from that, scores"
                        + " along as the shadow, is compared and promoted while events stream. At the end both models are held"
                        + " against the same events. Exit status 2 where no better model decides at the end, or an event was lost or"
                        + " doubled.",
        footer = {
            "",
            "Examples:",
            "  ./twinwatch demo --learn                             some minutes, then it stays up until Ctrl-C",
            "  ./twinwatch demo --learn --headless --json --seed 2  ends by itself, one JSON object last",
        })
public final class LearnCommand implements Callable<Integer> {
    private static final String WATCH = "/watches/card-payments.yaml";
    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final int LEAST_CUSTOMERS = 100;

    @Spec
    private CommandSpec spec;

    @Option(names = "--headless", description = "Ends by itself.")
    private boolean headless;

    @Option(
            names = "--json",
            description = "Ends by itself, with one JSON object on standard output and all else on standard error.")
    private boolean json;

    @Option(names = "--seed", defaultValue = "1", description = "Other customers and crews (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--customers", defaultValue = "400", description = "Customers (${DEFAULT-VALUE}).")
    private int customers;

    @Option(
            names = "--labels",
            defaultValue = "30",
            description =
                    "Alerts that analysts speak of; where there are fewer, customers report the rest (${DEFAULT-VALUE}).")
    private int labels;

    @Option(
            names = "--rate",
            defaultValue = "2000",
            description = "Events a second while models are compared and changed (${DEFAULT-VALUE}).")
    private int rate;

    @Override
    public Integer call() throws Exception {
        if (customers < LEAST_CUSTOMERS || labels < 1 || rate < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--customers " + customers + " --labels " + labels + " --rate " + rate + ": expected at least "
                            + LEAST_CUSTOMERS + ", 1 and 1");
        }
        Screen screen = json ? Screen.on(System.err) : Screen.on(System.out);
        Path log = Files.createTempFile("twinwatch-learn-", ".log");
        Logging.to(log);
        screen.line("          log: " + log);
        Path folder = Files.createTempDirectory("twinwatch-learn");
        try {
            LearnReport report = run(folder, screen);
            if (json) {
                spec.commandLine().getOut().println(report.json());
                spec.commandLine().getOut().flush();
            }
            return report.passed() ? 0 : 2;
        } finally {
            Folder.delete(folder);
        }
    }

    private LearnReport run(Path folder, Screen screen) throws Exception {
        Town town = Town.of(customers, seed);
        String yaml = watch();
        Files.writeString(folder.resolve("watch.yaml"), yaml);
        try (BrokerProcess broker = BrokerProcess.start(folder.resolve("broker"));
                SandboxRegistry registry = SandboxRegistry.start(folder.resolve("registry"), 0)) {
            screen.line("          broker and registry are up; " + customers + " customers, "
                    + town.takeovers().size() + " of them will be taken over by crews");
            Settings settings = settings(folder, broker, registry);
            SchemaRegistry schemas = SchemaRegistry.from(settings.registry());
            new TopicSetup(settings).prepare(LONGEST_START);
            Layout layout = Layout.of(WatchFile.parse("card-payments.yaml", yaml));
            byte[] first = screen.step("first model trained", () -> train(town, layout, screen))
                    .made();
            new ModelPublisher(settings, schemas).publish(first, "demo", "the first model");
            try (Service service = new Service(settings);
                    Retrainer retrainer = new Retrainer(settings, schemas, new RetrainingMetrics())) {
                service.start();
                screen.line("          look: http://" + settings.httpHost() + ":" + service.httpPort() + "/");
                Thread learning = new Thread(() -> learn(retrainer), "retrainer");
                learning.setDaemon(true);
                learning.start();
                LearnReport report = new Circle(settings, schemas, town, screen, rate).run(first, labels);
                report.lines().forEach(screen::line);
                if (!json && !headless) {
                    screen.line("it stays up until Ctrl-C");
                    new CountDownLatch(1).await();
                }
                return report;
            }
        }
    }

    private static void learn(Retrainer retrainer) {
        try {
            @Nullable String forever = null;
            var unused = retrainer.run(forever);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] train(Town town, Layout layout, Screen screen) throws IOException {
        Pace pace = new Pace();
        try (History history = HistoryReader.read(Town.source("the history", town.history()), layout)) {
            return new Training(layout, Hyperparameters.defaults().withSeed(seed))
                    .run(
                            history,
                            (iteration, of, loss, validation) -> screen.progress(
                                    String.format(
                                            Locale.ROOT, "          training: batch %d of at most %d", iteration, of),
                                    pace.atMost(iteration, of)))
                    .bundle();
        }
    }

    private Settings settings(Path folder, BrokerProcess broker, SandboxRegistry registry) throws IOException {
        Path file = folder.resolve("twinwatch.yaml");
        Files.write(
                file,
                List.of(
                        "watch: watch.yaml",
                        "kafka.bootstrap-servers: " + broker.bootstrapServers(),
                        "registry.url: " + registry.url(),
                        "state.dir: state",
                        "http.port: 0",
                        // weeks of events pass in seconds: from when on another limit held would depend on the machine
                        "limits.follow: false",
                        "retraining.labels: " + labels,
                        "drift.trigger: 0",
                        "retraining.publish: shadow",
                        "retraining.http-port: 0"));
        return SettingsFile.read(file, Map.of());
    }

    private static String watch() throws IOException {
        try (InputStream file = Objects.requireNonNull(LearnCommand.class.getResourceAsStream(WATCH))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
