package dev.twinwatch.stream.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.twinwatch.registry.RegistryRefusedException;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.stream.Purchases;
import dev.twinwatch.stream.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
    private HttpServer server;

    /** A registry that fails so often, and then has the id 1 for every schema. */
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
                        "/subjects/purchases.scores.v1-value/versions");
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
    void withoutScoresTheirContractIsNotRegistered() throws Exception {
        contracts(false).register(Duration.ZERO);

        assertThat(asked).hasSize(2).noneMatch(path -> path.contains("scores"));
    }

    private void fails(int times, int with) {
        failures.set(times);
        status.set(with);
    }

    private OwnContracts contracts(boolean scores) {
        Settings settings = Settings.of(
                Purchases.WATCH,
                Map.of(
                        "registry.url",
                        "http://127.0.0.1:" + server.getAddress().getPort(),
                        "registry.max.retries",
                        "0",
                        "scores.enabled",
                        String.valueOf(scores)));
        return new OwnContracts(settings, SchemaRegistry.from(settings.registry()));
    }
}
