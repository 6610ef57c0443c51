package dev.twinwatch.sandbox.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.watch.Watch;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.sandbox.broker.SandboxBroker;
import dev.twinwatch.sandbox.compose.Repository;
import dev.twinwatch.sandbox.registry.SandboxRegistry;
import dev.twinwatch.stream.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A broker without passwords and an empty registry, asked with settings that are right and with some that are not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SurroundingsTest {
    private static final String NOBODY = "127.0.0.1:1";
    private static final String SECRET = "open-sesame";

    private SandboxBroker broker;
    private SandboxRegistry registry;

    @BeforeAll
    void start(@TempDir Path folder) {
        broker = SandboxBroker.start(folder.resolve("broker"), 0);
        registry = SandboxRegistry.start(folder.resolve("registry"), 0);
    }

    @AfterAll
    void stop() {
        registry.close();
        broker.close();
    }

    @Test
    void bothThatAnswerAreFine() throws IOException {
        assertThat(examined(Map.of()))
                .containsExactly(
                        Diagnosis.ok(
                                "broker",
                                broker.bootstrapServers()
                                        + " answers; the topic card-payments.events.v1 is not there yet, `serve` makes it"),
                        Diagnosis.ok("registry", registry.url() + " answers; `serve` registers the schemas"));
    }

    @Test
    void bothThatDoNotAnswerFailWithTheRemedy() throws IOException {
        List<Diagnosis> found = examined(Map.of("kafka.bootstrap-servers", NOBODY, "registry.url", "http://" + NOBODY));

        assertThat(found).allMatch(diagnosis -> diagnosis.state() == Diagnosis.State.FAILS);
        assertThat(found.get(0).words())
                .startsWith(NOBODY + " does not answer: start it, or correct kafka.bootstrap-servers");
        assertThat(found.get(1).words()).startsWith("http://" + NOBODY);
    }

    @Test
    void brokerThatRefusesWhoAsksIsNotCalledSilent() throws IOException {
        Diagnosis found = examined(Map.of(
                        "kafka.security.protocol", "SASL_PLAINTEXT",
                        "kafka.sasl.mechanism", "PLAIN",
                        "kafka.sasl.jaas.config", jaas("required")))
                .get(0);

        assertThat(found.state()).isEqualTo(Diagnosis.State.FAILS);
        assertThat(found.words())
                .startsWith(broker.bootstrapServers() + " refuses who asks (")
                .endsWith("): correct kafka.security.protocol, kafka.sasl.* and kafka.ssl.* in the settings")
                .doesNotContain(SECRET);
    }

    @Test
    void settingsOfWhichNoClientCanBeMadeFailWithoutASecret() throws IOException {
        Diagnosis found = examined(Map.of(
                        "kafka.security.protocol", "SASL_PLAINTEXT",
                        "kafka.sasl.mechanism", "PLAIN",
                        // A word that was forgotten makes Kafka quote the next one.
                        "kafka.sasl.jaas.config", jaas(SECRET)))
                .get(0);

        assertThat(found)
                .isEqualTo(Diagnosis.fails(
                        "broker",
                        "Kafka's client cannot be made of the settings (kafka.sasl.jaas.config is missing or cannot be"
                                + " understood): correct kafka.security.protocol, kafka.sasl.* and kafka.ssl.* in the"
                                + " settings"));
    }

    @Test
    void settingsThatTheRegistrysClientRefusesFailInsteadOfEndingTheExamination() throws IOException {
        Diagnosis found = examined(Map.of("registry.max.retries", "often")).get(1);

        assertThat(found)
                .isEqualTo(
                        Diagnosis.fails(
                                "registry",
                                "max.retries is `often`: write a whole number from 0 to 100 (below `registry:` in the settings)"));
    }

    private static String jaas(String flag) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule " + flag + " username=\"ana\" password=\""
                + SECRET + "\";";
    }

    private List<Diagnosis> examined(Map<String, String> given) throws IOException {
        Watch watch = WatchFile.read(Repository.path("ops/sandbox/watches/card-payments.yaml"));
        Map<String, String> all = new HashMap<>(
                Map.of("kafka.bootstrap-servers", broker.bootstrapServers(), "registry.url", registry.url()));
        all.putAll(given);
        return new Surroundings(Settings.of(watch, all)).examine();
    }
}
