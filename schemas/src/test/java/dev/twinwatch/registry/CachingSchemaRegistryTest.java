package dev.twinwatch.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CachingSchemaRegistryTest {
    private static final Schema VISIT =
            SchemaBuilder.record("Visit").fields().requiredString("who").endRecord();
    private static final Schema LOGIN =
            SchemaBuilder.record("Login").fields().requiredString("who").endRecord();

    private final UnknownSchemaException never = new UnknownSchemaException("never", null);

    private final AtomicLong now = new AtomicLong();
    private final List<Duration> pauses = new ArrayList<>();
    private Consumer<Duration> atEachPause = pause -> {};
    private RegistryServer server;

    @BeforeEach
    void start() throws IOException {
        server = RegistryServer.below("");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatCannotChangeIsAskedOnce() {
        var registry = SchemaRegistry.from(Map.of("schema.registry.url", server.url()));

        for (int i = 0; i < 3; i++) {
            int id = registry.register("visits-value", VISIT);
            registry.idOf("visits-value", VISIT);
            registry.schemaById(id);
        }

        assertThat(server.lines())
                .containsExactly(
                        "POST /subjects/visits-value/versions", "POST /subjects/visits-value", "GET /schemas/ids/1");
    }

    @Test
    void theLatestVersionIsAskedEveryTime() {
        var registry = SchemaRegistry.from(Map.of("schema.registry.url", server.url()));
        registry.register("all-value", VISIT);
        registry.latest("all-value");
        registry.setCompatibility("all-value", Compatibility.NONE);
        registry.register("all-value", LOGIN);

        var latest = registry.latest("all-value");

        assertThat(latest.schema()).isEqualTo(LOGIN);
    }

    @Test
    void anIdThatDoesNotExistIsAskedForAgainOnlyAfterAWhile() {
        var registry = withPatience(10, Duration.ofSeconds(60));
        assertThatThrownBy(() -> registry.schemaById(1)).isInstanceOf(UnknownSchemaException.class);
        server.seen.clear();
        for (int record = 0; record < 3; record++) {
            assertThatThrownBy(() -> registry.schemaById(1))
                    .isInstanceOf(UnknownSchemaException.class)
                    .hasMessageContaining("/schemas/ids/1");
        }
        assertThat(server.seen).isEmpty();
        server.schemas.register("visits-value", VISIT);

        now.addAndGet(Duration.ofSeconds(60).toNanos());

        assertThat(registry.schemaById(1)).isEqualTo(VISIT);
    }

    @Test
    void anIdThatBecomesKnownAMomentLaterIsNotMissing() {
        atEachPause = pause -> {
            if (pauses.size() == 2) {
                server.schemas.register("visits-value", VISIT);
            }
        };

        Schema found = withPatience(10, Duration.ofSeconds(5)).schemaById(1);

        assertThat(found).isEqualTo(VISIT);
        assertThat(pauses).containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
        assertThat(server.seen).hasSize(3);
    }

    @Test
    void whatStaysMissingIsBelievedAfterThreeSeconds() {
        var registry = withPatience(10, Duration.ofSeconds(5));

        assertThatThrownBy(() -> registry.schemaById(1)).isInstanceOf(UnknownSchemaException.class);

        assertThat(pauses)
                .containsExactly(
                        Duration.ofMillis(250),
                        Duration.ofMillis(500),
                        Duration.ofMillis(1000),
                        Duration.ofMillis(1250));
    }

    @Test
    void aFloodOfMissingIdsIsWaitedForOnlyOnceInHalfAMinute() {
        var registry = withPatience(100, Duration.ofHours(1));
        for (int id = 1; id <= 50; id++) {
            int missing = id;
            assertThatThrownBy(() -> registry.schemaById(missing)).isInstanceOf(UnknownSchemaException.class);
        }
        assertThat(Duration.ofNanos(now.get())).isEqualTo(Duration.ofSeconds(3));
        assertThat(server.seen).as("5 for the first, 1 for each other").hasSize(54);

        now.addAndGet(Duration.ofSeconds(30).toNanos());
        assertThatThrownBy(() -> registry.schemaById(51)).isInstanceOf(UnknownSchemaException.class);

        assertThat(Duration.ofNanos(now.get())).isEqualTo(Duration.ofSeconds(36));
    }

    @Test
    void whoAskedBeforeAnotherWaitedAsksOnceMore() {
        var patience = new Patience(now::get, this::pass);
        assertThatThrownBy(() -> patience.with(this::unknown, 0, never)).isInstanceOf(UnknownSchemaException.class);

        String found = patience.with(() -> "found", Duration.ofSeconds(1).toNanos(), never);

        assertThat(found).isEqualTo("found");
        assertThatThrownBy(() -> patience.with(() -> "found", now.get(), never)).isSameAs(never);
    }

    private String unknown() {
        throw never;
    }

    /** Its clock goes on only while it waits. */
    private CachingSchemaRegistry withPatience(int most, Duration missing) {
        var http = new HttpSchemaRegistry(RegistrySettings.from(Map.of("schema.registry.url", server.url())));
        return new CachingSchemaRegistry(http, most, missing, now::get, this::pass);
    }

    private void pass(Duration pause) {
        now.addAndGet(pause.toNanos());
        pauses.add(pause);
        atEachPause.accept(pause);
    }

    @Test
    void onlySoManyMissingIdsAreRemembered() {
        var registry = withPatience(2, Duration.ofHours(1));
        assertThatThrownBy(() -> registry.schemaById(9)).isInstanceOf(UnknownSchemaException.class);
        server.seen.clear();

        for (int id : new int[] {1, 2, 3, 1}) {
            assertThatThrownBy(() -> registry.schemaById(id)).isInstanceOf(UnknownSchemaException.class);
        }

        assertThat(server.seen).hasSize(4);
    }

    @Test
    void theOneNotUsedForLongestIsForgottenWhenTheCacheIsFull() {
        var registry = SchemaRegistry.from(Map.of("schema.registry.url", server.url(), "max.cached.schemas", "1"));

        registry.register("visits-value", VISIT);
        registry.register("logins-value", LOGIN);
        registry.register("visits-value", VISIT);

        assertThat(server.seen).hasSize(3);
    }
}
