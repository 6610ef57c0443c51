package dev.twinwatch.stream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.Watch;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.registry.InMemorySchemaRegistry;
import dev.twinwatch.stream.Purchases;
import dev.twinwatch.stream.app.StreamsProperties;
import dev.twinwatch.stream.control.ControlState;
import dev.twinwatch.stream.metrics.Counts;
import dev.twinwatch.stream.settings.Settings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Names of steps, stores and repartitions live on disk and in topics: a difference here is a migration to think about. */
final class GraphTest {
    @Test
    void graphIsTheOneInTopologyTxt() throws IOException {
        assertThat(describe(Purchases.WATCH)).isEqualTo(golden("topology.txt"));
    }

    @Test
    void eventsThatAreAlreadyTogetherAreNotRepartitioned() {
        Watch together = WatchFile.parse("watch.yaml", Purchases.YAML + "partitioned-by-entity: true\n");

        assertThat(describe(together)).doesNotContain("events-by-entity").contains("feedback-by-entity-repartition");
    }

    @Test
    void whereTheLimitDoesNotFollowTheBudgetAllElseIsAsItIs() {
        Watch limited = WatchFile.parse("watch.yaml", Purchases.YAML + "alerts: {limit: 2}\n");
        String plain = describe(limited);

        assertThat(plain).contains("Sub-topology: 3").doesNotContain("Sub-topology: 4", "tall", "limit");
        assertThat(describe(Purchases.WATCH, Map.of("limits.follow", "false"))).isEqualTo(plain);
        assertThat(stepsOf(describe(Purchases.WATCH))).containsAll(stepsOf(plain));
    }

    @Test
    void withoutDaysNoDriftIsMeasured() {
        Watch positions = WatchFile.parse(
                "watch.yaml",
                Purchases.YAML.replace("unit: millis", "unit: ordinal").replace("lateness: 1h\n", ""));

        assertThat(describe(positions)).doesNotContain("drift", "traffic");
    }

    private static List<String> stepsOf(String graph) {
        return graph.lines().filter(line -> line.contains("(")).toList();
    }

    private static String describe(Watch watch) {
        return describe(watch, Map.of());
    }

    private static String describe(Watch watch, Map<String, String> values) {
        Settings settings = Settings.of(watch, values);
        return new TwinwatchTopology(
                        settings,
                        Layout.of(watch),
                        new InMemorySchemaRegistry(),
                        ControlState.of(Layout.of(watch), settings.followsLimits()),
                        new Counts(new SimpleMeterRegistry()),
                        offered -> {})
                .build(StreamsProperties.of(settings))
                .describe()
                .toString();
    }

    private static String golden(String name) throws IOException {
        try (var in = Objects.requireNonNull(GraphTest.class.getResourceAsStream("/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
