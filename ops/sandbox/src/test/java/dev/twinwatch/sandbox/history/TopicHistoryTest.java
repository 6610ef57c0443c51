package dev.twinwatch.sandbox.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.sandbox.broker.Topics;
import dev.twinwatch.sandbox.history.TrainerProcess.Ended;
import dev.twinwatch.sandbox.registry.SandboxRegistry;
import dev.twinwatch.serde.AvroSerializer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** `init` and `check` on topics: from records of a stranger to a watch that can be trained. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("long")
class TopicHistoryTest {
    private static final String NAME = "ana";
    private static final String PASSWORD = "open-sesame";

    private GuardedBroker broker;
    private SandboxRegistry registry;
    private GuardedRegistry guardedRegistry;

    @TempDir
    private Path folder;

    @BeforeAll
    void fillTopics(@TempDir Path data) throws Exception {
        broker = GuardedBroker.start(data.resolve("broker"), NAME, PASSWORD);
        registry = SandboxRegistry.start(data.resolve("registry"), 0);
        guardedRegistry = new GuardedRegistry(registry.url(), NAME + ":" + PASSWORD);
        try (Topics topics = Topics.at(broker.open());
                AvroSerializer<GenericRecord> serializer =
                        new AvroSerializer<>(SchemaRegistry.from(Map.of("schema.registry.url", registry.url())))) {
            topics.ensure("orders-json", 2, Map.of());
            topics.ensure("orders-avro", 2, Map.of());
            Orders.send(broker.open(), "orders-json", Orders.asJson());
            Orders.send(
                    broker.open(),
                    "orders-avro",
                    Orders.asAvro(order -> Objects.requireNonNull(serializer.serialize("orders-avro", order))));
        }
    }

    @AfterAll
    void stop() {
        guardedRegistry.close();
        registry.close();
        broker.close();
    }

    @Test
    void topicOfJsonObjectsLeadsToAWatchThatCanBeTrained() throws Exception {
        String events = " --events kafka://" + broker.open() + "/orders-json";

        Ended init = TrainerProcess.run(folder, "init --out watch.yaml" + events);
        Ended check = TrainerProcess.run(folder, "check --watch watch.yaml" + events);

        assertThat(init.status()).as(init.said()).isZero();
        assertThat(init.said())
                .contains(
                        "read 480 rows with 4 columns",
                        "next:\n  ./twinwatch check --watch watch.yaml" + events + "\n");
        assertThat(folder.resolve("watch.yaml"))
                .content()
                .contains("watch: orders-json\n", "entity: customer_id\n", "time: {field: paid_at, unit: seconds}\n");
        assertThat(check.status()).as(check.said()).isZero();
        assertThat(check.said()).contains("480 of 480 records of topic orders-json at " + broker.open() + "\n");
    }

    @Test
    void topicOfAvroRecordsIsReadByTheSchemasOfTheRegistry() throws Exception {
        String events = " --events kafka://" + broker.open() + "/orders-avro --registry " + registry.url();

        Ended init = TrainerProcess.run(folder, "init --out watch.yaml" + events);
        Ended check = TrainerProcess.run(folder, "check --watch watch.yaml" + events);

        assertThat(init.said())
                .contains(
                        "read 480 rows with 4 columns",
                        "next:\n  ./twinwatch check --watch watch.yaml" + events + "\n");
        assertThat(check.status()).as(check.said()).isZero();
        assertThat(check.said())
                .contains("480 of 480 records of topic orders-avro")
                .endsWith(" --out model.bundle\n");
    }

    @Test
    void brokerAndRegistryThatWantAPasswordAreReadWithAFileOfClientProperties() throws Exception {
        client(PASSWORD);

        Ended init = TrainerProcess.run(folder, guardedInit());

        assertThat(init.status()).as(init.said()).isZero();
        assertThat(init.said()).contains("read 480 rows with 4 columns").endsWith(" --client client.properties\n");
    }

    @Test
    void wrongPasswordIsToldWithoutIt() throws Exception {
        client("wrong-sesame");

        Ended init = TrainerProcess.run(folder, guardedInit());

        assertThat(init.status()).isEqualTo(1);
        assertThat(init.said())
                .contains("topic orders-avro at " + broker.guarded() + " cannot be read: Authentication failed")
                .doesNotContain("sesame");
    }

    @Test
    void topicOfAnySizeEndsAtTheLimit() throws Exception {
        Ended init = TrainerProcess.run(
                folder, "init --out watch.yaml --limit 240 --events kafka://" + broker.open() + "/orders-json");

        assertThat(init.said())
                .contains("looked at the first 240 records only, there are more: a larger --limit takes them in\n")
                .contains("read 240 rows with 4 columns");
    }

    private String guardedInit() {
        return "init --out watch.yaml --events kafka://" + broker.guarded() + "/orders-avro --client client.properties";
    }

    private void client(String password) throws Exception {
        Files.writeString(
                folder.resolve("client.properties"),
                GuardedBroker.properties(NAME, password) + "schema.registry.url=" + guardedRegistry.url()
                        + "\nbasic.auth.credentials.source=USER_INFO\nbasic.auth.user.info=" + NAME + ":" + password
                        + "\n");
    }
}
