package dev.twinwatch.interop.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.RestService;
import org.junit.jupiter.api.Test;

/** What Confluent's own client does with a registry, whoever wrote that. Each test has subjects of its own. */
abstract class OfficialClientSuite {
    private final String url;
    private final SchemaRegistryClient client;

    OfficialClientSuite(String url) {
        this.url = url;
        this.client = Official.client(url);
    }

    @Test
    void sameSchemaHasTheSameIdInWhateverSubject() throws Exception {
        int first = client.register("same-a", Official.schema(Schemas.V1));

        assertThat(Official.client(url).register("same-a", Official.schema(Schemas.V1)))
                .isEqualTo(first);
        assertThat(client.register("same-b", Official.schema(Schemas.V1))).isEqualTo(first);
        assertThat(client.getAllVersions("same-a")).containsExactly(1);
    }

    @Test
    void registeredSchemaIsFoundByIdSubjectVersionAndText() throws Exception {
        client.register("found", Official.schema(Schemas.V1));
        int id = client.register("found", Official.schema(Schemas.V2));

        SchemaRegistryClient other = Official.client(url);
        assertThat(other.getSchemaById(id).canonicalString()).isEqualTo(Schemas.V2);
        assertThat(other.getSchemaBySubjectAndId("found", id).canonicalString()).isEqualTo(Schemas.V2);
        assertThat(other.getId("found", Official.schema(Schemas.V2))).isEqualTo(id);
        assertThat(other.getVersion("found", Official.schema(Schemas.V2))).isEqualTo(2);
        assertThat(other.getSchemaMetadata("found", 1).getSchema()).isEqualTo(Schemas.V1);
        assertThat(other.getLatestSchemaMetadata("found").getId()).isEqualTo(id);
        assertThat(other.getLatestSchemaMetadata("found").getVersion()).isEqualTo(2);
        assertThat(other.getLatestSchemaMetadata("found").getSchemaType()).isEqualTo("AVRO");
        assertThat(other.getAllVersions("found")).containsExactly(1, 2);
        assertThat(other.getAllSubjects()).contains("found");
    }

    @Test
    void subjectWithALevelRefusesAnIncompatibleSchema() throws Exception {
        client.register("level", Official.schema(Schemas.V1));
        client.updateCompatibility("level", "BACKWARD");

        assertThat(Official.client(url).getCompatibility("level")).isEqualTo("BACKWARD");
        assertThat(client.testCompatibility("level", Official.schema(Schemas.V2)))
                .isTrue();
        assertThat(client.testCompatibility("level", Official.schema(Schemas.INCOMPATIBLE)))
                .isFalse();
        Official.refuses(409, () -> client.register("level", Official.schema(Schemas.INCOMPATIBLE)));
        assertThat(Official.client(url).getAllVersions("level")).containsExactly(1);
    }

    @Test
    void errorsHaveTheCodesThatTheClientKnows() throws Exception {
        client.register("errors", Official.schema(Schemas.V1));

        Official.refuses(40401, () -> client.getAllVersions("errors-of-nobody"));
        Official.refuses(40401, () -> client.getLatestSchemaMetadata("errors-of-nobody"));
        Official.refuses(40402, () -> client.getSchemaMetadata("errors", 7));
        Official.refuses(40403, () -> client.getSchemaById(999_999));
        Official.refuses(40403, () -> client.getId("errors", Official.schema(Schemas.V2)));
        Official.refuses(42201, () -> new RestService(url).registerSchema("no schema", "errors"));
    }
}
