package dev.twinwatch.bench.change;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twinwatch.bench.process.BrokerProcess;
import dev.twinwatch.bench.process.Folder;
import dev.twinwatch.bench.process.ServiceInstance;
import dev.twinwatch.bench.traffic.Heard;
import dev.twinwatch.bench.traffic.Outcomes;
import dev.twinwatch.bench.traffic.Sending;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.sandbox.app.Logging;
import dev.twinwatch.sandbox.registry.SandboxRegistry;
import dev.twinwatch.sandbox.simulator.Payment;
import dev.twinwatch.stream.control.ModelPublisher;
import dev.twinwatch.stream.control.Place;
import dev.twinwatch.stream.control.Terms;
import dev.twinwatch.stream.kafka.TopicSetup;
import dev.twinwatch.stream.settings.Settings;
import dev.twinwatch.stream.settings.SettingsFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** `twinwatch change`: changes the model of two running instances under load and looks at every event. */
@Command(
        name = "change",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Starts a broker, a registry and two instances of the service, enrols simulated customers who are all"
                        + " honest, streams their payments at a steady pace, and makes another model the live one meanwhile. Every"
                        + " event is then decided again by the engine alone, with the model that the service names for it. Exit"
                        + " status 2 where an event is lost, doubled or a mixture, a partition stands still for two seconds, or false"
                        + " alerts after the change are over the budget by more than chance.",
        footer = {"", "Example:", "  ./twinwatch change --rate 1000 --seconds 20"})
public final class ChangeCommand implements Callable<Integer> {
    private static final String WATCH = "/watches/card-payments.yaml";
    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final Duration LONGEST_STANDSTILL = Duration.ofSeconds(60);
    private static final int TRAINED_ON = 100;
    /** Instances that share two cores need no more. */
    private static final String HEAP = "512m";

    private static final long SEED = 11;

    @Spec
    private CommandSpec spec;

    @Option(names = "--rate", defaultValue = "5000", description = "Events a second (${DEFAULT-VALUE}).")
    private int rate;

    @Option(
            names = "--seconds",
            defaultValue = "60",
            description = "How long events come after the change, and a third of it before (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--entities", defaultValue = "1000", description = "Customers (${DEFAULT-VALUE}).")
    private int entities;

    @Option(names = "--json", description = "Print one JSON object last.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        if (rate < 1 || seconds < 3 || entities < TRAINED_ON) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--rate " + rate + " --seconds " + seconds + " --entities " + entities
                            + ": expected at least 1, 3 and " + TRAINED_ON);
        }
        Path log = Files.createTempFile("twinwatch-change-", ".log");
        Logging.to(log);
        say("log: " + log);
        say("simulating payments");
        Traffic traffic = Traffic.of(entities, rate * (seconds + seconds / 3), SEED);
        String yaml = watch();
        Layout layout = Layout.of(WatchFile.parse("card-payments.yaml", yaml));
        say("training two models");
        byte[] first = traffic.model(layout, TRAINED_ON, 1);
        byte[] second = traffic.model(layout, TRAINED_ON, 2);
        Path folder = Files.createTempDirectory("twinwatch-change");
        try {
            Changed changed = measure(folder, yaml, layout, traffic, first, second);
            print(changed);
            return changed.passed() ? 0 : 2;
        } finally {
            Folder.delete(folder);
        }
    }

    private Changed measure(Path folder, String yaml, Layout layout, Traffic traffic, byte[] first, byte[] second)
            throws IOException, InterruptedException {
        Files.writeString(folder.resolve("watch.yaml"), yaml);
        try (BrokerProcess broker = BrokerProcess.start(folder.resolve("broker"));
                SandboxRegistry registry = SandboxRegistry.start(folder.resolve("registry"), 0)) {
            Path one = settings(folder, "one", broker, registry);
            Settings settings = SettingsFile.read(one, Map.of());
            SchemaRegistry schemas = SchemaRegistry.from(settings.registry());
            new TopicSetup(settings).prepare(LONGEST_START);
            ModelPublisher publisher = new ModelPublisher(settings, schemas);
            publisher.publish(first, "bench", "the first model");
            try (ServiceInstance a = ServiceInstance.start(one, HEAP);
                    ServiceInstance b = ServiceInstance.start(settings(folder, "two", broker, registry), HEAP);
                    Outcomes outcomes = new Outcomes(settings, schemas);
                    Sending sending = new Sending(settings, schemas)) {
                a.awaitSaid("is active", LONGEST_START);
                b.awaitSaid("is active", LONGEST_START);
                return stream(layout, traffic, first, second, publisher, outcomes, sending);
            }
        }
    }

    private Changed stream(
            Layout layout,
            Traffic traffic,
            byte[] first,
            byte[] second,
            ModelPublisher publisher,
            Outcomes outcomes,
            Sending sending)
            throws InterruptedException, IOException {
        say(String.format(
                Locale.ROOT, "enrolling %,d payments", traffic.history().size()));
        sending.enrol(traffic.history());
        require(outcomes.await(traffic.history().size(), LONGEST_STANDSTILL), "the enrolment stands still");
        int before = Math.min(traffic.live().size(), rate * (seconds / 3));
        say(String.format(
                Locale.ROOT,
                "streaming %,d payments, %,d a second",
                traffic.live().size(),
                rate));
        outcomes.watch();
        sending.send(traffic.live().subList(0, before), rate);
        Duration gapBefore = outcomes.longestGap();
        outcomes.watch();
        say("changing the model");
        Set<String> openBefore = alerts(outcomes);
        // which of the two is better does not matter here
        publisher.publish(
                second, Place.LIVE, Terms.by("bench", "the second model").force());
        List<Payment> rest = traffic.live().subList(before, traffic.live().size());
        sending.send(rest, rate);
        Duration gapAfter = outcomes.longestGap();
        outcomes.await(traffic.history().size() + traffic.live().size(), LONGEST_STANDSTILL);
        Set<String> opened = alerts(outcomes);
        opened.removeAll(openBefore);
        say("deciding all of it again by the engine alone");
        Bundle old = BundleFile.read(first);
        Bundle renewed = BundleFile.read(second);
        return result(
                traffic,
                outcomes,
                new Replay(layout, old, renewed).different(traffic, outcomes.byEvent()),
                old,
                renewed,
                new Duration[] {gapBefore, gapAfter},
                opened.size(),
                rest.size()
                        * renewed.rule().budget().perEvent(renewed.alerting().rates()));
    }

    private static Changed result(
            Traffic traffic,
            Outcomes outcomes,
            long mixed,
            Bundle old,
            Bundle renewed,
            Duration[] gaps,
            long alerts,
            double expected) {
        Map<String, Heard> heard = outcomes.byEvent();
        return new Changed(
                traffic.live().size(),
                decidedBy(old, traffic, heard),
                decidedBy(renewed, traffic, heard),
                traffic.live().stream()
                        .filter(payment -> !heard.containsKey(payment.paymentId()))
                        .count(),
                outcomes.doubled(),
                mixed,
                gaps[0],
                gaps[1],
                alerts,
                expected);
    }

    private static long decidedBy(Bundle bundle, Traffic traffic, Map<String, Heard> heard) {
        return traffic.live().stream()
                .map(payment -> heard.get(payment.paymentId()))
                .filter(said -> said != null && bundle.version().equals(said.model()))
                .count();
    }

    private static Set<String> alerts(Outcomes outcomes) {
        Set<String> ids = new HashSet<>();
        outcomes.byEvent().values().forEach(heard -> {
            if (heard.alertId() != null) {
                ids.add(heard.alertId());
            }
        });
        return ids;
    }

    private static Path settings(Path folder, String instance, BrokerProcess broker, SandboxRegistry registry)
            throws IOException {
        Path file = folder.resolve(instance + ".yaml");
        Files.write(
                file,
                List.of(
                        "watch: watch.yaml",
                        "kafka.bootstrap-servers: " + broker.bootstrapServers(),
                        "registry.url: " + registry.url(),
                        "state.dir: state-" + instance,
                        "instance.id: " + instance,
                        // from when on another limit held would depend on the machine, and the engine alone knows none
                        "limits.follow: false",
                        "http.port: 0"));
        return file;
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalStateException(problem + ", so nothing was measured: run it on a machine with less load");
        }
    }

    private void print(Changed changed) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%,d events: %,d by the old model, %,d by the new one; lost %,d, doubled %,d, mixed %,d%n"
                        + "longest time without an outcome of a partition: %.2f s before, %.2f s from the change on%n"
                        + "false alerts from the change on: %,d, the budget allows %.1f%n",
                changed.events(),
                changed.byOld(),
                changed.byNew(),
                changed.lost(),
                changed.doubled(),
                changed.mixed(),
                changed.gapBefore().toMillis() / 1e3,
                changed.gapAfter().toMillis() / 1e3,
                changed.alertsAfter(),
                changed.expectedAfter());
        if (json) {
            ObjectNode object = new JsonMapper().createObjectNode();
            object.put("events", changed.events());
            object.put("lost", changed.lost());
            object.put("doubled", changed.doubled());
            object.put("mixed", changed.mixed());
            object.put("longestStallSecondsBefore", changed.gapBefore().toMillis() / 1e3);
            object.put("longestStallSeconds", changed.gapAfter().toMillis() / 1e3);
            object.put("falseAlerts", changed.alertsAfter());
            object.put("budget", changed.expectedAfter());
            out.println(object);
        }
        out.flush();
    }

    private void say(String words) {
        spec.commandLine().getErr().println(words);
    }

    private static String watch() throws IOException {
        try (InputStream file = Objects.requireNonNull(ChangeCommand.class.getResourceAsStream(WATCH))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
