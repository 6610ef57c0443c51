package dev.twinwatch.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the client does when addresses fail, answer too much or are too busy. */
final class RegistryFailuresTest {
    private static final Schema VISIT =
            SchemaBuilder.record("Visit").fields().requiredString("who").endRecord();

    private RegistryServer first;
    private RegistryServer second;

    @BeforeEach
    void start() throws IOException {
        first = RegistryServer.below("");
        second = RegistryServer.below("");
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
    }

    @Test
    void aBusyRegistryIsAskedAgain() {
        first.answering(503, "starting").answering(429, "too many");

        int id = at(first.url()).register("visits-value", VISIT);

        assertThat(id).isEqualTo(1);
        assertThat(first.seen).hasSize(3);
    }

    @Test
    void aRegistryThatAsksForPatienceIsLeftAloneUpToTheLongestPause() {
        first.askingForPatience(429, "60").askingForPatience(503, "soon");
        var registry = new HttpSchemaRegistry(RegistrySettings.from(
                Map.of("schema.registry.url", first.url(), "retries.wait.ms", 1, "retries.max.wait.ms", 300)));
        long before = System.nanoTime();

        registry.register("visits-value", VISIT);

        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isBetween(Duration.ofMillis(300), Duration.ofSeconds(30));
        assertThat(first.seen).hasSize(3);
    }

    @Test
    void aRegistryThatStaysBusyIsAskedABoundedNumberOfTimes() {
        first.answering(503, "a").answering(503, "b").answering(503, "c").answering(503, "d");

        assertThatThrownBy(() -> at(first.url()).register("visits-value", VISIT))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("POST /subjects/visits-value/versions in 3 rounds")
                .hasMessageContaining("answered 503 `c`");
        assertThat(first.seen).hasSize(3);
    }

    @Test
    void theSecondAddressAnswersForADeadFirst() {
        first.close();

        int id = at(first.url() + " , " + second.url()).register("visits-value", VISIT);

        assertThat(id).isEqualTo(1);
        assertThat(second.seen).hasSize(1);
    }

    @Test
    void theAddressThatAnsweredIsAskedFirstNextTime() {
        var registry = at(first.url() + "," + second.url());
        first.answering(500, "broken");

        registry.register("visits-value", VISIT);
        registry.register("visits-value", VISIT);

        assertThat(first.seen).hasSize(1);
        assertThat(second.seen).hasSize(2);
    }

    @Test
    void aRefusalIsNotAskedAgain() {
        first.answering(422, "{\"error_code\":42201,\"message\":\"Invalid schema\"}");

        assertThatThrownBy(() -> at(first.url() + "," + second.url()).register("visits-value", VISIT))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("Invalid schema");
        assertThat(first.seen).hasSize(1);
        assertThat(second.seen).isEmpty();
    }

    @Test
    void aSchemaThatTheFirstAddressLacksIsAskedOfTheSecond() {
        int id = second.schemas.register("visits-value", VISIT);

        Schema found = at(first.url() + "," + second.url()).schemaById(id);

        assertThat(found).isEqualTo(VISIT);
        assertThat(first.seen).hasSize(1);
    }

    @Test
    void aSchemaThatNoAddressHasIsUnknownAfterOneRound() {
        second.answering(503, "starting");

        assertThatThrownBy(() -> at(first.url() + "," + second.url()).schemaById(7))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining(first.url());
        assertThat(first.seen).hasSize(1);
        assertThat(second.seen).hasSize(1);
    }

    @Test
    void anAnswerOverTheLimitIsNotReadToItsEnd() {
        first.answering(200, "{\"schema\":\"" + "x".repeat(2_000) + "\"}");

        assertThatThrownBy(() -> at(first.url()).schemaById(1))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("more than 1024 bytes")
                .hasMessageContaining("schema.registry.max.response.bytes");
    }

    @Test
    void anAnswerThatNeverEndsIsGivenUpAndTheNextAddressAsked() throws IOException {
        var stuck = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stuck.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
        });
        stuck.start();
        var urls = "http://localhost:" + stuck.getAddress().getPort() + "," + second.url();

        int id = new HttpSchemaRegistry(RegistrySettings.from(
                        Map.of("schema.registry.url", urls, "http.read.timeout.ms", 500, "max.retries", 10)))
                .register("visits-value", VISIT);

        stuck.stop(0);
        assertThat(id).isEqualTo(1);
        assertThat(second.lines()).contains("POST /subjects/visits-value/versions");
    }

    @Test
    void anInterruptedThreadStaysInterrupted() {
        var registry = at(first.url());

        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> registry.schemaById(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    private static SchemaRegistry at(String urls) {
        return new HttpSchemaRegistry(RegistrySettings.from(Map.of(
                "schema.registry.url", urls,
                "max.retries", 2,
                "retries.wait.ms", 1,
                "retries.max.wait.ms", 1,
                "schema.registry.max.response.bytes", 1024)));
    }
}
