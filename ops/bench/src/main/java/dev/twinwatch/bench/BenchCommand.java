package dev.twinwatch.bench;

import dev.twinwatch.bench.process.BrokerProcess;
import dev.twinwatch.bench.process.Folder;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.Watch;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.registry.InMemorySchemaRegistry;
import dev.twinwatch.stream.kafka.TopicSetup;
import dev.twinwatch.stream.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** `twinwatch bench`: measures and prints; exit status 2 where too little of the speed is kept. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Events a second with scoring, beside a topology that moves the same bytes of state and scores"
                + " nothing. Exit status 2 where less than half of the speed is kept.",
        footer = {
            "",
            "Examples:",
            "  ./twinwatch bench                                 a few minutes, as in docs/measurements.md",
            "  ./twinwatch bench --entities 500 --events 50000   sooner, and less telling",
            "  ./twinwatch bench --json                          one JSON object instead of a table",
        })
final class BenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--events", defaultValue = "300000", description = "Events a round (${DEFAULT-VALUE}).")
    private int events;

    @Option(names = "--entities", defaultValue = "5000", description = "Entities (${DEFAULT-VALUE}).")
    private int entities;

    @Option(names = "--rounds", defaultValue = "3", description = "Measured rounds of each (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--iterations", defaultValue = "50", description = "Batches of training (${DEFAULT-VALUE}).")
    private int iterations;

    @Option(names = "--bundle", paramLabel = "FILE", description = "A model for card payments; else one is trained.")
    private @Nullable Path bundleFile;

    @Option(names = "--json", description = "Print one JSON object instead of a table.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        if (events < 1_000 || entities < 10 || rounds < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--events " + events + " --entities " + entities + " --rounds " + rounds
                            + ": expected at least 1000, 10 and 1");
        }
        Report report = measure();
        spec.commandLine().getOut().println(json ? report.asJson() : report.asText());
        return report.verdict().passed() ? 0 : 2;
    }

    private Report measure() throws IOException, InterruptedException {
        Watch watch = watch();
        InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
        say("simulating payments");
        Workload workload = Workload.of(entities, watch.sequence().length(), events, rounds + 1, registry);
        if (bundleFile == null) {
            say("training a model");
        }
        Layout layout = Layout.of(watch);
        Bundle bundle = bundleFile != null
                ? BundleFile.read(bundleFile)
                : TrainedModel.on(workload.history(), layout, registry, iterations, this::say);
        say("measuring the engine alone, after a history of "
                + workload.history().size() + " events");
        EngineAlone engine = new EngineAlone(bundle, registry);
        engine.enrol(workload.history());
        List<Workload.Sent> first = workload.batches().get(0);
        List<Workload.Sent> second = workload.batches().get(1);
        Map<String, EntityBytes> bytes = EntityBytes.after(engine, engine.read(first, false), registry);
        Breakdown breakdown = Breakdown.measure(engine, second, registry);
        say("measuring the topologies, " + rounds + " rounds of " + events + " events each");
        Path folder = Files.createTempDirectory("twinwatch-bench");
        try (BrokerProcess broker = BrokerProcess.start(folder.resolve("broker"))) {
            Settings settings = Settings.of(
                    watch,
                    Map.of(
                            "kafka.bootstrap-servers",
                            broker.bootstrapServers(),
                            "state.dir",
                            folder.resolve("state").toString()));
            new TopicSetup(settings).prepare(Duration.ofSeconds(20));
            Bench.createOutput(settings, broker.bootstrapServers());
            Verdict verdict = new Bench(settings, this::say)
                    .run(workload, new FullTopology(settings, bundle, registry), new ControlTopology(settings, bytes));
            return new Report(entities, events, verdict, breakdown);
        } finally {
            Folder.delete(folder);
        }
    }

    private void say(String words) {
        spec.commandLine().getErr().println(words);
    }

    /** The watch of the demo. */
    private static Watch watch() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(BenchCommand.class.getResourceAsStream("/watches/card-payments.yaml"))) {
            return WatchFile.parse("card-payments.yaml", new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
