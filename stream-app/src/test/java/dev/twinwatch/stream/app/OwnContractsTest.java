package dev.twinwatch.stream.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.twinwatch.registry.InMemorySchemaRegistry;
import dev.twinwatch.registry.RegistryRefusedException;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.stream.Purchases;
import dev.twinwatch.stream.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class OwnContractsTest {
    private final AtomicInteger status = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private final AtomicInteger levelStatus = new AtomicInteger(200);
    private final ConcurrentLinkedQueue<String> levels = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    /** A registry that fails so often, and then has the id 1 for every schema; levels are asked for in a way of their own. */
    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            boolean fails = failures.getAndDecrement() > 0;
            byte[] body = (fails ? "{}" : "{\"id\": 1}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(fails ? status.get() : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/config/", exchange -> {
            boolean asks = exchange.getRequestMethod().equals("GET");
            int answer = asks ? levelStatus.getAndSet(levelStatus.get() == 503 ? 200 : levelStatus.get()) : 200;
            levels.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
            byte[] body = (answer == 404 ? "{\"error_code\": 40401}" : "{\"compatibilityLevel\": \"FULL_TRANSITIVE\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void aRegistryThatStartsLaterThanTheServiceIsWaitedFor() throws Exception {
        fails(1, 503);

        contracts(true).register(Duration.ofSeconds(30));

        assertThat(asked)
                .containsExactly(
                        "/subjects/purchases.alerts.v1-value/versions",
                        "/subjects/purchases.alerts.v1-value/versions",
                        "/subjects/purchases.feedback.v1-value/versions",
                        "/subjects/purchases.control.v1-value/versions",
                        "/subjects/purchases.scores.v1-value/versions",
                        "/subjects/purchases.audit.v1-value/versions",
                        "/subjects/purchases.retraining.v1-value/versions");
    }

    @Test
    void aServiceThatSetsNoLimitsNeedsTheContractOfTheAuditForFeedback() throws Exception {
        contracts(true, Map.of("limits.follow", "false")).register(Duration.ZERO);

        assertThat(asked).hasSize(6).contains("/subjects/purchases.audit.v1-value/versions");
    }

    @Test
    void aRegistryThatDoesNotComeIsNamedWithItsAddressAndTheSettingToCorrect() {
        fails(Integer.MAX_VALUE, 503);

        assertThatThrownBy(() -> contracts(true).register(Duration.ZERO))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("no schema registry answered in 0 s")
                .hasMessageContaining("http://127.0.0.1:" + server.getAddress().getPort())
                .hasMessageContaining("registry.url");
    }

    @Test
    void aRegistryThatRefusesIsNotAskedAgain() {
        fails(Integer.MAX_VALUE, 401);

        assertThatThrownBy(() -> contracts(true).register(Duration.ofSeconds(30)))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("basic.auth.user.info");
        assertThat(asked).hasSize(1);
    }

    @Test
    void theContractOfScoresIsRegisteredWhereOnlyLateEventsHaveOne() throws Exception {
        contracts(false).register(Duration.ZERO);

        assertThat(asked).hasSize(6).contains("/subjects/purchases.scores.v1-value/versions");
    }

    @Test
    void aSubjectThatTheRegistryKnowsNoLevelOfGetsOne() throws Exception {
        levelStatus.set(404);

        contracts(true).register(Duration.ZERO);

        assertThat(levels)
                .hasSize(12)
                .contains("PUT /config/purchases.alerts.v1-value", "PUT /config/purchases.control.v1-value");
    }

    @Test
    void aRegistryThatGoesAwayBetweenContractsAndLevelsIsWaitedFor() throws Exception {
        levelStatus.set(503);

        contracts(true).register(Duration.ofSeconds(30));

        assertThat(levels).startsWith("GET /config/purchases.alerts.v1-value", "GET /config/purchases.alerts.v1-value");
        assertThat(levels.stream().filter(level -> level.startsWith("PUT")))
                .containsExactly("PUT /config/purchases.control.v1-value");
    }

    @Test
    void whereNothingIsToBeRegisteredContractsAreOnlyLookedUpAndLevelsLeftAlone() throws Exception {
        contracts(true, Map.of("registry.auto.register.schemas", "false")).register(Duration.ZERO);

        assertThat(asked)
                .containsExactly(
                        "/subjects/purchases.alerts.v1-value",
                        "/subjects/purchases.feedback.v1-value",
                        "/subjects/purchases.control.v1-value",
                        "/subjects/purchases.scores.v1-value",
                        "/subjects/purchases.audit.v1-value",
                        "/subjects/purchases.retraining.v1-value");
        assertThat(levels).isEmpty();
    }

    @Test
    void aContractThatIsNotToBeRegisteredAndLacksIsNamedWithWhatToDo() {
        var settings = Settings.of(Purchases.WATCH, Map.of("registry.auto.register.schemas", "false"));

        assertThatThrownBy(() -> new OwnContracts(settings, new InMemorySchemaRegistry()).register(Duration.ZERO))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "subject purchases.alerts.v1-value lacks the schema dev.twinwatch.contracts.Alert"
                                + " of this release, and registry.auto.register.schemas is false: have"
                                + " schemas/src/main/avro/Alert.avsc registered there");
    }

    private void fails(int times, int with) {
        failures.set(times);
        status.set(with);
    }

    private OwnContracts contracts(boolean scores) {
        return contracts(scores, Map.of());
    }

    private OwnContracts contracts(boolean scores, Map<String, String> more) {
        Map<String, String> values = new HashMap<>(more);
        values.put("registry.url", "http://127.0.0.1:" + server.getAddress().getPort());
        values.put("registry.max.retries", "0");
        values.put("scores.enabled", String.valueOf(scores));
        Settings settings = Settings.of(Purchases.WATCH, values);
        return new OwnContracts(settings, SchemaRegistry.from(settings.registry()));
    }
}
