package dev.twinwatch.bench.change;

import dev.twinwatch.bench.process.BrokerProcess;
import dev.twinwatch.bench.process.ServiceInstance;
import dev.twinwatch.bench.traffic.Heard;
import dev.twinwatch.bench.traffic.Outcomes;
import dev.twinwatch.bench.traffic.Pace;
import dev.twinwatch.bench.traffic.Sending;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.sandbox.registry.SandboxRegistry;
import dev.twinwatch.stream.control.ModelPublisher;
import dev.twinwatch.stream.control.Place;
import dev.twinwatch.stream.control.Terms;
import dev.twinwatch.stream.kafka.TopicSetup;
import dev.twinwatch.stream.settings.Settings;
import dev.twinwatch.stream.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A broker, a registry and two instances of the service, whose model is changed while they decide; then all of it again by the
 * engine alone.
 */
final class ChangeRun {
    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final Duration LONGEST_STANDSTILL = Duration.ofSeconds(60);
    /** Instances that share two cores need no more. */
    private static final String HEAP = "512m";
    /** By then all entities with events were seen by the new model. */
    private static final Duration AFTERMATH = Duration.ofSeconds(10);

    private final Path folder;
    private final Traffic traffic;
    private final Layout layout;
    private final byte[] first;
    private final byte[] second;
    private final Consumer<String> says;

    /**
     * A run.
     *
     * @param folder with the watch file, for all that it writes
     * @param first the bundle that decides first
     * @param second the one that takes its place
     * @param says hears what is being done
     */
    ChangeRun(Path folder, Traffic traffic, Layout layout, byte[] first, byte[] second, Consumer<String> says) {
        this.folder = folder;
        this.traffic = traffic;
        this.layout = layout;
        this.first = first;
        this.second = second;
        this.says = says;
    }

    /** What runs while events stream. */
    private record Running(ModelPublisher publisher, Outcomes outcomes, Sending sending) {
        private void change(byte[] bundle) {
            // which of the two is better does not matter here
            publisher.publish(
                    bundle, Place.LIVE, Terms.by("bench", "the second model").force());
        }
    }

    /** Streams the events, changes the model meanwhile, and says how much that held them up. */
    private interface Streaming {
        Disturbance over(Running running) throws InterruptedException;
    }

    /**
     * With events at a steady pace.
     *
     * @param before how many come before the change
     */
    Changed at(int perSecond, int before) throws IOException, InterruptedException {
        return run(running -> {
            says.accept(String.format(
                    Locale.ROOT,
                    "streaming %,d payments, %,d a second",
                    traffic.live().size(),
                    perSecond));
            running.outcomes().watch();
            running.sending().send(traffic.live().subList(0, before), perSecond);
            Duration gapBefore = running.outcomes().longestGap();
            running.outcomes().watch();
            says.accept("changing the model");
            running.change(second);
            running.sending().send(traffic.live().subList(before, traffic.live().size()), perSecond);
            return new Disturbance.Stall(gapBefore, running.outcomes().longestGap());
        });
    }

    /** With all events on the topic; the model changes once a third of those that wait then is decided. */
    Changed onABacklog() throws IOException, InterruptedException {
        long all = (long) traffic.history().size() + traffic.live().size();
        return run(running -> {
            says.accept(String.format(
                    Locale.ROOT,
                    "streaming %,d payments at once",
                    traffic.live().size()));
            running.sending().sendAtOnce(traffic.live());
            long sent = System.nanoTime();
            long decided = running.outcomes().byEvent().size();
            require(
                    running.outcomes().await(decided + (all - decided) / 3, LONGEST_STANDSTILL),
                    "the stream stands still");
            long changed = System.nanoTime();
            require(changed - sent >= AFTERMATH.toNanos(), "all was decided too soon");
            says.accept("changing the model");
            running.change(second);
            require(running.outcomes().await(all, LONGEST_STANDSTILL), "the stream stands still");
            Duration left = Duration.ofNanos(System.nanoTime() - changed);
            require(left.compareTo(AFTERMATH) >= 0, "all was decided within " + left.toSeconds() + " s of the change");
            Pace pace = running.outcomes().pace();
            long before = changed - AFTERMATH.toNanos();
            return new Disturbance.Slowdown(
                    pace.mean(before, AFTERMATH),
                    pace.mean(changed, AFTERMATH),
                    pace.slowestSecond(before, AFTERMATH),
                    pace.slowestSecond(changed, AFTERMATH));
        });
    }

    private Changed run(Streaming streaming) throws IOException, InterruptedException {
        try (BrokerProcess broker = BrokerProcess.start(folder.resolve("broker"));
                SandboxRegistry registry = SandboxRegistry.start(folder.resolve("registry"), 0)) {
            Path one = settings("one", broker, registry);
            Settings settings = SettingsFile.read(one, Map.of());
            SchemaRegistry schemas = SchemaRegistry.from(settings.registry());
            new TopicSetup(settings).prepare(LONGEST_START);
            ModelPublisher publisher = new ModelPublisher(settings, schemas);
            publisher.publish(first, "bench", "the first model");
            try (ServiceInstance a = ServiceInstance.start(one, HEAP);
                    ServiceInstance b = ServiceInstance.start(settings("two", broker, registry), HEAP);
                    Outcomes outcomes = new Outcomes(settings, schemas);
                    Sending sending = new Sending(settings, schemas)) {
                a.awaitSaid("is active", LONGEST_START);
                b.awaitSaid("is active", LONGEST_START);
                return run(new Running(publisher, outcomes, sending), streaming);
            }
        }
    }

    private Changed run(Running running, Streaming streaming) throws InterruptedException {
        says.accept(String.format(
                Locale.ROOT, "enrolling %,d payments", traffic.history().size()));
        running.sending().enrol(traffic.history());
        require(running.outcomes().await(traffic.history().size(), LONGEST_STANDSTILL), "the enrolment stands still");
        Disturbance disturbance = streaming.over(running);
        running.outcomes().await(traffic.history().size() + traffic.live().size(), LONGEST_STANDSTILL);
        return result(running, disturbance);
    }

    private Changed result(Running running, Disturbance disturbance) {
        says.accept("deciding all of it again by the engine alone");
        Bundle old = BundleFile.read(first);
        Bundle renewed = BundleFile.read(second);
        Map<String, Heard> heard = running.outcomes().byEvent();
        long byNew = decidedBy(renewed, heard).size();
        Set<String> opened = alerts(decidedBy(renewed, heard));
        opened.removeAll(alerts(decidedBy(old, heard)));
        return new Changed(
                traffic.live().size(),
                decidedBy(old, heard).size(),
                byNew,
                traffic.live().stream()
                        .filter(payment -> !heard.containsKey(payment.paymentId()))
                        .count(),
                running.outcomes().doubled(),
                new Replay(layout, old, renewed).different(traffic, heard),
                disturbance,
                opened.size(),
                byNew * renewed.rule().budget().perEvent(renewed.alerting().rates()));
    }

    private List<Heard> decidedBy(Bundle bundle, Map<String, Heard> heard) {
        return traffic.live().stream()
                .map(payment -> heard.get(payment.paymentId()))
                .filter(said -> said != null && bundle.version().equals(said.model()))
                .toList();
    }

    private static Set<String> alerts(List<Heard> outcomes) {
        return outcomes.stream()
                .map(Heard::alertId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Path settings(String instance, BrokerProcess broker, SandboxRegistry registry) throws IOException {
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
            throw new IllegalStateException(
                    problem + ", so nothing was measured: run it with more events, or on a machine with less load");
        }
    }
}
