package dev.twinwatch.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
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
        var now = new AtomicLong();
        var http = new HttpSchemaRegistry(RegistrySettings.from(Map.of("schema.registry.url", server.url())));
        var registry = new CachingSchemaRegistry(http, 10, Duration.ofSeconds(30), now::get);
        for (int record = 0; record < 3; record++) {
            assertThatThrownBy(() -> registry.schemaById(1))
                    .isInstanceOf(UnknownSchemaException.class)
                    .hasMessageContaining("/schemas/ids/1");
        }
        assertThat(server.seen).hasSize(1);
        server.schemas.register("visits-value", VISIT);

        now.addAndGet(Duration.ofSeconds(30).toNanos());

        assertThat(registry.schemaById(1)).isEqualTo(VISIT);
    }

    @Test
    void onlySoManyMissingIdsAreRemembered() {
        var http = new HttpSchemaRegistry(RegistrySettings.from(Map.of("schema.registry.url", server.url())));
        var registry = new CachingSchemaRegistry(http, 2, Duration.ofHours(1));

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
