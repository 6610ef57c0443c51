package dev.twinwatch.interop.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.ParsedSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.RestService;
import org.junit.jupiter.api.Test;

/** The rest of Confluent's API, with Confluent's own client: what Apicurio 3.0.9 does not have or answers otherwise. */
abstract class WholeApiSuite {
    private final String url;
    private final SchemaRegistryClient client;

    WholeApiSuite(String url) {
        this.url = url;
        this.client = Official.client(url);
    }

    @Test
    void modeIsReadAndWriteUnlessSet() throws Exception {
        assertThat(client.getMode()).isEqualTo("READWRITE");
    }

    @Test
    void subjectThatIsReadOnlyTakesNoSchemaUntilItMayBeWrittenAgain() throws Exception {
        client.register("mode", Official.schema(Schemas.V1));

        assertThat(client.setMode("READONLY", "mode")).isEqualTo("READONLY");

        assertThat(client.getMode("mode")).isEqualTo("READONLY");
        Official.refuses(42205, () -> client.register("mode", Official.schema(Schemas.V2)));
        client.deleteMode("mode");
        client.register("mode", Official.schema(Schemas.V2));
        assertThat(client.getAllVersions("mode")).containsExactly(1, 2);
    }

    @Test
    void unknownModeIsRefused() {
        Official.refuses(42204, () -> client.setMode("SLEEPING", "mode-unknown"));
    }

    @Test
    void deletedVersionsAreListedWhenAskedForUntilTheyAreDeletedForGood() throws Exception {
        client.register("twice-deleted", Official.schema(Schemas.V1));
        Official.refuses(40407, () -> client.deleteSchemaVersion("twice-deleted", "1", true));

        client.deleteSchemaVersion("twice-deleted", "1");
        assertThat(client.getAllVersions("twice-deleted", true)).containsExactly(1);
        assertThat(client.getAllSubjects(true)).contains("twice-deleted");

        client.deleteSchemaVersion("twice-deleted", "1", true);
        Official.refuses(40401, () -> client.getAllVersions("twice-deleted", true));
    }

    @Test
    void deletedSubjectThatIsRegisteredAgainGoesOnCountingItsVersions() throws Exception {
        client.register("revived", Official.schema(Schemas.V1));
        client.deleteSubject("revived");

        Official.client(url).register("revived", Official.schema(Schemas.V2));

        assertThat(Official.client(url).getAllVersions("revived")).containsExactly(2);
    }

    @Test
    void idLeadsBackToItsSubjectsAndVersions() throws Exception {
        int id = client.register("back", Official.schema(Schemas.V1.replace("Payment", "Refund")));

        assertThat(client.getAllSubjectsById(id)).containsExactly("back");
        assertThat(client.getAllVersionsById(id))
                .extracting(use -> use.getSubject() + " " + use.getVersion())
                .containsExactly("back 1");
    }

    @Test
    void incompatibleSchemaIsToldWhy() throws Exception {
        client.register("why", Official.schema(Schemas.V1));
        client.updateCompatibility("why", "BACKWARD");

        assertThat(client.testCompatibilityVerbose("why", Official.schema(Schemas.INCOMPATIBLE)))
                .anySatisfy(reason -> assertThat(reason).contains("amount"));
    }

    @Test
    void unknownLevelIsRefused() {
        Official.refuses(42203, () -> client.updateCompatibility("level-unknown", "SIDEWAYS"));
    }

    @Test
    void subjectWithoutALevelOfItsOwnIsToldApartFromOneUnderTheSameLevel() throws Exception {
        client.register("level-of-none", Official.schema(Schemas.V1));

        Official.refuses(40408, () -> client.getCompatibility("level-of-none"));
    }

    @Test
    void schemasOfAnotherRegistryAreImportedUnderTheirIdsAndVersions() throws Exception {
        client.setMode("IMPORT", "imported");

        client.register("imported", Official.schema(Schemas.V2), 4, 70_001);

        SchemaRegistryClient other = Official.client(url);
        assertThat(other.getSchemaById(70_001).canonicalString()).isEqualTo(Schemas.V2);
        assertThat(other.getAllVersions("imported")).containsExactly(4);
    }

    @Test
    void schemasAreListedBySubjectsThatBeginAlike() throws Exception {
        client.register("listed-a", Official.schema(Schemas.V1));
        client.register("listed-b", Official.schema(Schemas.V1));
        client.register("listed-b", Official.schema(Schemas.V2));

        assertThat(client.getAllSubjectsByPrefix("listed-")).containsExactlyInAnyOrder("listed-a", "listed-b");
        assertThat(client.getSchemas("listed-", false, false)).hasSize(3);
        assertThat(client.getSchemas("listed-", false, true))
                .extracting(ParsedSchema::canonicalString)
                .containsExactlyInAnyOrder(Schemas.V1, Schemas.V2);
        assertThat(new RestService(url).getSchemaTypes()).contains("AVRO");
    }

    @Test
    void normalizedSchemaIsTheSameHoweverItsPartsAreOrdered() throws Exception {
        // Past the client, which orders the parts itself.
        RestService rest = new RestService(url);
        int id = rest.registerSchema(Schemas.V1, "normal", true).getId();
        String reordered = Schemas.V1.replace(
                "{\"type\":\"record\",\"name\":\"Payment\",", "{\"name\":\"Payment\",\"type\":\"record\",");

        assertThat(rest.lookUpSubjectVersion(reordered, "normal", true, false).getId())
                .isEqualTo(id);
    }
}
