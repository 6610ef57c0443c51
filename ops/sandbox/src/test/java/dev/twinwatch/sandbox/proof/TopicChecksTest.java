package dev.twinwatch.sandbox.proof;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.engine.watch.Watch;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.sandbox.broker.SandboxBroker;
import dev.twinwatch.sandbox.broker.Topics;
import dev.twinwatch.stream.app.Service;
import dev.twinwatch.stream.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Topics that do not fit are found at the start, with a sentence that says what to do. Each test has a watch of its own. */
class TopicChecksTest {
    private static final Map<String, String> COMPACTED = Map.of("cleanup.policy", "compact");

    @TempDir
    static Path folder;

    private static SandboxBroker broker;
    private static Topics topics;

    @BeforeAll
    static void start() {
        broker = SandboxBroker.start(folder.resolve("broker"), 0);
        topics = Topics.at(broker.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        topics.close();
        broker.close();
    }

    @Test
    void topicsThatAreMissingAreNamedWhereTheServiceMayNotMakeThem() {
        assertStartRefused("missing", Map.of("topics.create", "false"))
                .hasMessageContaining("missing.events.v1, missing.alerts.v1")
                .hasMessageContaining("do not exist: create them, or set topics.create to true");
    }

    @Test
    void topicOfTheUsersOwnEventsIsNotMadeForThem() {
        assertStartRefused("own-events", Map.of("topics.events", "payments"))
                .hasMessageContaining("topic payments cannot be seen")
                .hasMessageContaining("create it, or correct topics.events");
    }

    @Test
    void controlTopicOfSeveralPartitionsIsRefused() {
        topics.ensure("wide-control.control.v1", 2, COMPACTED);

        assertStartRefused("wide-control", Map.of())
                .hasMessageContaining("topic wide-control.control.v1 has 2 partitions and cleanup.policy compact")
                .hasMessageContaining("it must have 1 partition and be compacted");
    }

    @Test
    void controlTopicThatForgetsIsRefused() {
        topics.ensure("forgetful.control.v1", 1, Map.of("cleanup.policy", "delete"));

        assertStartRefused("forgetful", Map.of())
                .hasMessageContaining("topic forgetful.control.v1 has 1 partitions and cleanup.policy delete");
    }

    @Test
    void eventsThatArePartitionedByEntityInFewerPartitionsThanTheStateAreRefused() {
        topics.ensure("narrow.events.v1", 2, Map.of());

        assertStartRefused("narrow\npartitioned-by-entity: true", Map.of("topics.partitions", "4"))
                .hasMessageContaining("topic narrow.events.v1 has 2 partitions and topics.partitions is 4")
                .hasMessageContaining("set topics.partitions to 2");
    }

    @Test
    void stateOfAnotherWidthThanTheSettingsIsRefused() {
        topics.ensure("twinwatch-widened-events-by-entity-repartition", 2, Map.of());

        assertStartRefused("widened", Map.of("topics.partitions", "4"))
                .hasMessageContaining("topic twinwatch-widened-events-by-entity-repartition has 2 partitions and"
                        + " topics.partitions is 4: set topics.partitions to 2")
                .hasMessageContaining("delete the topics that start with twinwatch-widened-");
    }

    private static AbstractThrowableAssert<?, ?> assertStartRefused(String watchName, Map<String, String> given) {
        return assertThatThrownBy(() -> {
                    try (Service service = new Service(settings(watchName, given))) {
                        service.start();
                    }
                })
                .isInstanceOf(IllegalStateException.class);
    }

    private static Settings settings(String watchName, Map<String, String> given) throws Exception {
        String yaml = Files.readString(Path.of("watches", "card-payments.yaml"))
                .replace("watch: card-payments", "watch: " + watchName);
        Watch watch = WatchFile.parse("watch.yaml", yaml);
        Map<String, String> all = new HashMap<>(Map.of(
                "kafka.bootstrap-servers", broker.bootstrapServers(),
                "state.dir", folder.resolve("state").toString(),
                "http.port", "0"));
        all.putAll(given);
        return Settings.of(watch, all);
    }
}
