package dev.twinwatch.interop.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.RestService;
import org.junit.jupiter.api.Test;

/** What Confluent's own client takes away from a registry, and what must stay: the meaning of ids. */
abstract class OfficialDeletionSuite {
    private final String url;
    private final SchemaRegistryClient client;

    OfficialDeletionSuite(String url) {
        this.url = url;
        this.client = Official.client(url);
    }

    @Test
    void deletedVersionIsGoneFromItsSubjectAndItsIdStillReads() throws Exception {
        int first = client.register("deleted", Official.schema(Schemas.V1));
        client.register("deleted", Official.schema(Schemas.V2));

        assertThat(client.deleteSchemaVersion("deleted", "1")).isEqualTo(1);

        SchemaRegistryClient other = Official.client(url);
        assertThat(other.getAllVersions("deleted")).containsExactly(2);
        assertThat(other.getSchemaById(first).canonicalString()).isEqualTo(Schemas.V1);
        Official.refuses(40402, () -> other.getSchemaMetadata("deleted", 1));
    }

    @Test
    void deletedSubjectIsGoneAndItsIdsStillRead() throws Exception {
        int id = client.register("deleted-subject", Official.schema(Schemas.V1));
        client.register("deleted-subject", Official.schema(Schemas.V2));

        assertThat(client.deleteSubject("deleted-subject")).containsExactly(1, 2);

        SchemaRegistryClient other = Official.client(url);
        assertThat(other.getAllSubjects()).doesNotContain("deleted-subject");
        assertThat(other.getSchemaById(id).canonicalString()).isEqualTo(Schemas.V1);
        Official.refuses(40401, () -> other.getAllVersions("deleted-subject"));
    }

    @Test
    void subjectWithoutItsLevelIsUnderTheGlobalOneAgain() throws Exception {
        String global = client.getCompatibility("");
        client.register("no-level", Official.schema(Schemas.V1));
        client.updateCompatibility("no-level", "FULL_TRANSITIVE");

        client.deleteCompatibility("no-level");

        assertThat(new RestService(url).getConfig(Map.of(), "no-level", true).getCompatibilityLevel())
                .isEqualTo(global);
    }
}
