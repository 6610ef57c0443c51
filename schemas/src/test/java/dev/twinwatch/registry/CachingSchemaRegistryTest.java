package dev.twinwatch.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
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
    void theOneNotUsedForLongestIsForgottenWhenTheCacheIsFull() {
        var registry = SchemaRegistry.from(Map.of("schema.registry.url", server.url(), "max.cached.schemas", "1"));

        registry.register("visits-value", VISIT);
        registry.register("logins-value", LOGIN);
        registry.register("visits-value", VISIT);

        assertThat(server.seen).hasSize(3);
    }
}
