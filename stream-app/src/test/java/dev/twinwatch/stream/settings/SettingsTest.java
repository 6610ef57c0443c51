package dev.twinwatch.stream.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.stream.Purchases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void aFileThatNamesOnlyItsWatchHasAllDefaults() throws IOException {
        Settings settings = read("watch: watch.yaml", Map.of());

        assertThat(settings.applicationId()).isEqualTo("twinwatch-purchases");
        assertThat(settings.topics().events()).isEqualTo("purchases.events.v1");
        assertThat(settings.topics().deadLetters()).isEqualTo("purchases.dlq.v1");
        assertThat(settings.kafka()).containsExactlyEntriesOf(Map.of("bootstrap.servers", "127.0.0.1:9092"));
        assertThat(settings.httpHost()).isEqualTo("127.0.0.1");
        assertThat(settings.stream().guarantee()).isEqualTo("exactly_once_v2");
        assertThat(settings.state().folder()).isEqualTo(folder.resolve(".twinwatch/state"));
        assertThat(settings.state().evidenceRetention()).isEqualTo(Duration.ofDays(30));
        assertThat(settings.recordBytes()).isEqualTo(1 << 20);
    }

    @Test
    void kafkaAndRegistryPropertiesAreHandedOn() throws IOException {
        Settings settings = read("""
            watch: watch.yaml
            kafka:
              bootstrap-servers: broker:9092
              security.protocol: SSL
              sasl: {mechanism: PLAIN}
            registry: {url: "https://registry/apis", basic.auth.credentials.source: USER_INFO,
              ssl.truststore.location: trust.p12}
            """, Map.of());

        assertThat(settings.kafka())
                .containsEntry("bootstrap.servers", "broker:9092")
                .containsEntry("security.protocol", "SSL")
                .containsEntry("sasl.mechanism", "PLAIN");
        assertThat(settings.registry())
                .containsEntry("schema.registry.url", "https://registry/apis")
                .containsEntry("basic.auth.credentials.source", "USER_INFO");
        assertThat(settings.registry()).containsEntry("schema.registry.ssl.truststore.location", "trust.p12");
    }

    @Test
    void environmentOverridesTheFile() throws IOException {
        Settings settings = read(
                "{watch: watch.yaml, http: {port: 1}, kafka: {bootstrap-servers: file}}",
                Map.of(
                        "TWINWATCH_HTTP_PORT", "9999",
                        "TWINWATCH_KAFKA_BOOTSTRAP_SERVERS", "environment:9092",
                        "TWINWATCH_KAFKA_SASL_JAAS_CONFIG", "secret",
                        "TWINWATCH_STREAM_COMMIT_INTERVAL", "20ms"));

        assertThat(settings.httpPort()).isEqualTo(9999);
        assertThat(settings.kafka().get("bootstrap.servers")).isEqualTo("environment:9092");
        assertThat(settings.kafka().get("sasl.jaas.config")).isEqualTo("secret");
        assertThat(settings.stream().commitInterval()).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void environmentSetsWhatTheClientOfTheRegistryIsTold() throws IOException {
        Settings settings = read(
                "{watch: watch.yaml, registry: {basic.auth.user.info: file}}",
                Map.of(
                        "TWINWATCH_REGISTRY_URL", "https://registry:8443",
                        "TWINWATCH_REGISTRY_BASIC_AUTH_CREDENTIALS_SOURCE", "USER_INFO",
                        "TWINWATCH_REGISTRY_BASIC_AUTH_USER_INFO", "service:secret",
                        "TWINWATCH_REGISTRY_SSL_TRUSTSTORE_LOCATION", "/etc/trust.p12"));

        assertThat(settings.registry())
                .containsEntry("schema.registry.url", "https://registry:8443")
                .containsEntry("basic.auth.credentials.source", "USER_INFO")
                .containsEntry("basic.auth.user.info", "service:secret")
                .containsEntry("schema.registry.ssl.truststore.location", "/etc/trust.p12")
                .doesNotContainKey("url");
    }

    @Test
    void aSettingOfOursUnderAnotherNameOfTheEnvironmentIsRefused() {
        assertThatThrownBy(() -> read(
                        "watch: watch.yaml", Map.of("TWINWATCH_REGISTRY_SCHEMA_REGISTRY_URL", "http://registry:8081")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("write `registry.url` instead");
    }

    @Test
    void aProblemNamesTheUnit() {
        assertThatThrownBy(() -> Settings.of(Purchases.WATCH, Map.of("stream.commit-interval", "100")))
                .hasMessageContaining("(ms, s, m, h or d)")
                .hasMessageContaining("write for example `stream.commit-interval: 100ms`");
    }

    @Test
    void allAddressesOfTheRegistryShareTheTimeOfAnAttempt() {
        Settings settings = Settings.of(Purchases.WATCH, Map.of("registry.url", "http://one:1,http://two:2"));

        assertThat(settings.registry().get("http.read.timeout.ms")).isEqualTo("1000");
    }

    @Test
    void whatIsShownOfSettingsHoldsNoPasswords() {
        Settings settings = Settings.of(Purchases.WATCH, Map.of("kafka.sasl.jaas.config", "secret"));

        assertThat(settings.toString()).doesNotContain("secret").contains("purchases");
    }

    @ParameterizedTest
    @CsvSource({
        "http.port, 70000",
        "http.port, eighty",
        "stream.guarantee, exactly_once",
        "stream.commit-interval, 100",
        "stream.commit-interval, 1h",
        "scores.enabled, yes",
        "limits.record-bytes, 1TB",
        "limits.record-bytes, 9999999999GiB",
        "topics.partitions, 0",
        "evidence.retention, 1s",
        "topics.evnts, x",
        "kafka.bootstrap.servers, broker:9092",
        "registry.schema.registry.url, http://registry:8081",
        "registry.avro.max.record.bytes, 2000000",
        "registry.something.else, 1",
    })
    void nonsenseIsRefusedWithItsKeyAndWhatToWrite(String key, String value) {
        assertThatThrownBy(() -> Settings.of(Purchases.WATCH, Map.of(key, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("`" + key + "`")
                .hasMessageContaining("write");
    }

    @ParameterizedTest
    @CsvSource({
        "http.prot, 8080, `http.port`",
        "kafka.bootstrap-server, broker:9092, `kafka.bootstrap-servers`",
        "kafka.consumer.max.pol.records, 10, `kafka.max.poll.records`",
        "registry.max.retires, 5, `registry.max.retries`",
        "registry.schema.registry.max.retires, 5, `registry.max.retries`",
        "registry.ssl.truststore.locaton, trust.p12, `registry.ssl.truststore.location`",
        "registry.auto.register.schema, false, `registry.auto.register.schemas`",
    })
    void aKeyWithALetterWrongIsRefusedWithTheNearOne(String key, String value, String near) {
        assertThatThrownBy(() -> Settings.of(Purchases.WATCH, Map.of(key, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessage("unknown setting `" + key + "`: write " + near);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka.consumer.max.poll.records", "kafka.sasl.mechanism", "kafka.topic.retention.ms"})
    void aPropertyThatKafkaKnowsIsHandedOn(String key) {
        assertThat(Settings.of(Purchases.WATCH, Map.of(key, "1")).kafka())
                .containsEntry(key.substring("kafka.".length()), "1");
    }

    @Test
    void aSerializerThatIsChosenHasKeysOfItsOwn() {
        var chosen = Map.of(
                "registry.serializer.class", "org.example.Serializer",
                "registry.something.else", "1",
                "registry.use.latest.with.metadata", "application.version=1",
                "registry.auto.register.schemas", "false");

        Settings settings = Settings.of(Purchases.WATCH, chosen);

        assertThat(settings.registry()).containsAllEntriesOf(Map.of("something.else", "1"));
        assertThat(settings.serde().autoRegister()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "registry.use.schema.id, 7, use.schema.id is `7`: not supported here",
        "registry.latest.compatibility.strict, false, latest.compatibility.strict is `false`: not supported here",
        "registry.id.compatibility.strict, false, id.compatibility.strict is `false`: not supported here",
        "registry.auto.register.schemas, perhaps, auto.register.schemas is `perhaps`: write true or false",
        "registry.value.subject.name.strategy, io.confluent.kafka.serializers.subject.RecordNameStrategy, subjects of"
                + " the service's topics are named by the topic",
    })
    void whatTheWriterOfTheServiceDoesNotFollowIsRefused(String key, String value, String words) {
        assertThatThrownBy(() -> Settings.of(Purchases.WATCH, Map.of(key, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(words);
    }

    @Test
    void allProblemsAreToldAtOnce() {
        assertThatThrownBy(() -> Settings.of(Purchases.WATCH, Map.of("http.port", "x", "state.memory", "x", "a", "b")))
                .isInstanceOfSatisfying(
                        SettingsException.class, e -> assertThat(e.problems()).hasSize(3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: [1, 2]|is a list",
                "[1]|keys with values",
                "watch: other.yaml|names no file",
                "a: b: c|not YAML"
            })
    void aFileThatIsNoSettingsFileIsRefused(String yaml, String words) {
        assertThatThrownBy(() -> read(yaml, Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("twinwatch.yaml")
                .hasMessageContaining(words);
    }

    @Test
    void aMissingFileIsRefused() {
        assertThatThrownBy(() -> SettingsFile.read(folder.resolve("none.yaml"), Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("none.yaml")
                .hasMessageContaining("--config");
    }

    private Settings read(String yaml, Map<String, String> environment) throws IOException {
        Files.writeString(folder.resolve("watch.yaml"), Purchases.YAML);
        Path file = Files.writeString(folder.resolve("twinwatch.yaml"), yaml);
        return SettingsFile.read(file, environment);
    }
}
