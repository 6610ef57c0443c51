package dev.twinwatch.bench;

import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.stream.app.StreamsProperties;
import dev.twinwatch.stream.control.ControlState;
import dev.twinwatch.stream.control.ModelPointer;
import dev.twinwatch.stream.metrics.Counts;
import dev.twinwatch.stream.settings.Settings;
import dev.twinwatch.stream.topology.TwinwatchTopology;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Properties;

/** The topology of the service, with a model that is active. */
record FullTopology(Settings settings, Bundle bundle, SchemaRegistry registry) implements Contestant {
    @Override
    public Running start() {
        Layout layout = Layout.of(settings.watch());
        ControlState state = ControlState.of(layout, settings.followsLimits());
        state.models().add(bundle);
        state.models().point(new ModelPointer(bundle.version(), 1, 0));
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Properties properties = StreamsProperties.of(settings);
        var topology = new TwinwatchTopology(settings, layout, registry, state, new Counts(meters), offered -> {});
        return new RunningStreams(
                topology.build(properties), properties, () -> (long) meters.find("twinwatch.events").counters().stream()
                        .mapToDouble(Counter::count)
                        .sum());
    }
}
