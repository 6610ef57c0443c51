package dev.twinwatch.retrainer;

import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.stream.control.ControlLog;
import dev.twinwatch.stream.control.ControlReader;
import dev.twinwatch.stream.control.ControlState;
import dev.twinwatch.stream.control.ModelPointer;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.metrics.Counts;
import dev.twinwatch.stream.settings.Settings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;

/** The model that is live, as the service itself learns of it: from the topic of control. */
final class LiveModel {
    private static final Duration LONGEST_READ = Duration.ofSeconds(60);

    private final Settings settings;
    private final SchemaRegistry registry;

    LiveModel(Settings settings, SchemaRegistry registry) {
        this.settings = settings;
        this.registry = registry;
    }

    /** As it is now; empty where none was published. Throws IllegalStateException where the topic cannot be read. */
    Optional<Bundle> now() throws InterruptedException {
        Layout layout = Layout.of(settings.watch());
        ControlState state = ControlState.of(layout, settings.followsLimits());
        ControlLog log = new ControlLog(layout, state, new Counts(new SimpleMeterRegistry()));
        try (ControlReader reader =
                new ControlReader(new Clients(settings), settings.topics().control(), registry, log)) {
            reader.start();
            if (!reader.awaitCaughtUp(LONGEST_READ)) {
                throw new IllegalStateException(
                        "control topic " + settings.topics().control()
                                + " was not read to its end in " + LONGEST_READ.toSeconds()
                                + " s: see that broker and registry are up");
            }
            return state.models()
                    .pointer()
                    .map(ModelPointer::version)
                    .flatMap(version -> state.models().bundle(version));
        }
    }
}
