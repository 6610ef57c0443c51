package dev.twinwatch.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.contracts.PaymentEvent;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the client sends and how it reads answers; failures of the network are RegistryFailuresTest's. */
final class HttpSchemaRegistryTest {
    private static final Schema V1 =
            SchemaBuilder.record("Visit").fields().requiredString("who").endRecord();
    private static final Schema V2 = SchemaBuilder.record("Visit")
            .fields()
            .requiredString("who")
            .optionalString("where")
            .endRecord();
    private static final Schema NOT_COMPATIBLE = SchemaBuilder.record("Visit")
            .fields()
            .requiredString("who")
            .requiredInt("age")
            .endRecord();

    private static final String PLACE = "{'type':'record','name':'Place','fields':[{'name':'city','type':'string'}]}";
    private static final String PERSON_AT_PLACE =
            "{'type':'record','name':'Person','fields':[{'name':'home','type':'Place'}]}";
    private static final String VISIT_OF_PERSON = "{'type':'record','name':'Visit','fields':["
            + "{'name':'who','type':'Person'},{'name':'where','type':'Place'}]}";

    private RegistryServer server;
    private SchemaRegistry registry;

    @BeforeEach
    void start() throws IOException {
        server = RegistryServer.below("/apis/ccompat/v7");
        registry = new HttpSchemaRegistry(RegistrySettings.from(Map.of(
                "schema.registry.url",
                server.url() + "/",
                "basic.auth.credentials.source",
                "USER_INFO",
                "basic.auth.user.info",
                "ana:pass")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aRegisteredSchemaIsFoundByItsIdAndAsTheLatest() {
        registry.register("visits-value", V1);
        int id = registry.register("visits-value", V2);

        assertThat(id).isEqualTo(2);
        assertThat(registry.schemaById(id)).isEqualTo(V2);
        assertThat(registry.idOf("visits-value", V1)).isEqualTo(1);
        assertThat(registry.latest("visits-value")).isEqualTo(new RegisteredSchema("visits-value", 2, 2, V2));
    }

    @Test
    void requestsGoBelowThePathOfTheAddressWithContentTypeAndCredentials() {
        registry.register("visits-value", V1);

        assertThat(server.seen)
                .containsExactly(new RegistryServer.Seen(
                        "POST /apis/ccompat/v7/subjects/visits-value/versions",
                        "{\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"Visit\\\",\\\"fields\\\":"
                                + "[{\\\"name\\\":\\\"who\\\",\\\"type\\\":\\\"string\\\"}]}\"}",
                        "application/vnd.schemaregistry.v1+json",
                        "Basic YW5hOnBhc3M="));
    }

    @Test
    void theSchemaOfAGeneratedClassIsSentWithoutWhatOnlyJavaReads() {
        registry.register("payments-value", PaymentEvent.getClassSchema());

        assertThat(PaymentEvent.getClassSchema().toString()).contains("avro.java.string");
        assertThat(server.seen.get(0).body()).contains("payment_id").doesNotContain("avro.java.string");
    }

    @Test
    void theSchemaIsSentWithWhatOnlyJavaReadsWhereThatIsAskedFor() {
        with("avro.remove.java.properties", "false").register("payments-value", PaymentEvent.getClassSchema());

        assertThat(server.seen.get(0).body()).contains("avro.java.string");
    }

    @Test
    void theRegistryIsToldToNormalizeWhereThatIsAskedFor() {
        var normalizing = with("normalize.schemas", "true");
        server.answering(200, "{\"id\":1}").answering(200, "{\"id\":1}");

        normalizing.register("visits-value", V1);
        normalizing.idOf("visits-value", V1);

        assertThat(server.lines())
                .containsExactly(
                        "POST /apis/ccompat/v7/subjects/visits-value/versions?normalize=true",
                        "POST /apis/ccompat/v7/subjects/visits-value?normalize=true");
    }

    @Test
    void aTokenIsSentAsSuch() {
        new HttpSchemaRegistry(RegistrySettings.from(Map.of(
                        "schema.registry.url", server.url(),
                        "bearer.auth.credentials.source", "STATIC_TOKEN",
                        "bearer.auth.token", "abc.def")))
                .register("visits-value", V1);

        assertThat(server.seen.get(0).authorization()).isEqualTo("Bearer abc.def");
    }

    @Test
    void aSubjectStaysOneSegmentOfThePath() {
        registry.setCompatibility("a/b c+d?-value", Compatibility.FULL);

        assertThat(server.lines()).containsExactly("PUT /apis/ccompat/v7/config/a%2Fb%20c%2Bd%3F-value");
    }

    @Test
    void compatibilityIsReadBackAsItWasSet() {
        var before = registry.compatibilityOf("visits-value");

        registry.setCompatibility("visits-value", Compatibility.FORWARD_TRANSITIVE);

        assertThat(before).isEqualTo(Compatibility.BACKWARD);
        assertThat(registry.compatibilityOf("visits-value")).isEqualTo(Compatibility.FORWARD_TRANSITIVE);
    }

    @Test
    void anIdThatTheRegistryDoesNotKnowIsKnownNotToExist() {
        assertThatThrownBy(() -> registry.schemaById(77))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("/schemas/ids/77")
                .hasMessageContaining("same environment");
    }

    @Test
    void aMissingPageThatIsNotTheRegistrysSaysNothingOfTheSchema() {
        server.answering(404, "<html>not found</html>");

        assertThatThrownBy(() -> registry.schemaById(77))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("may lack the path");
    }

    @Test
    void aSchemaThatDoesNotFitEarlierVersionsIsRefusedWithAdvice() {
        registry.register("visits-value", V1);

        assertThatThrownBy(() -> registry.register("visits-value", NOT_COMPATIBLE))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("answered 409")
                .hasMessageContaining("give new fields a default");
    }

    @Test
    void anAnswerThatIsNoJsonIsRefusedAndNotTakenForASchema() {
        server.answering(200, "<html>welcome</html>");

        assertThatThrownBy(() -> registry.schemaById(1))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("<html>welcome</html>")
                .hasMessageContaining("schema.registry.url");
    }

    @Test
    void aSchemaOfAnotherKindIsUnknownToAvro() {
        server.answering(200, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"message A {}\"}");

        assertThatThrownBy(() -> registry.schemaById(5))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("PROTOBUF");
    }

    @Test
    void typesOfOtherSubjectsAreAskedForOnceEachHoweverManyWaysLeadToThem() {
        var toPlace = "{\"name\":\"Place\",\"subject\":\"place\",\"version\":1}";
        var toPerson = "{\"name\":\"Person\",\"subject\":\"person\",\"version\":2}";
        server.answering(200, answer(VISIT_OF_PERSON, toPerson + "," + toPlace))
                .answering(200, answer(PERSON_AT_PLACE, toPlace))
                .answering(200, answer(PLACE, ""));

        var visit = registry.schemaById(9);

        assertThat(visit.getField("who").schema().getField("home").schema())
                .isEqualTo(visit.getField("where").schema());
        assertThat(server.lines())
                .containsExactly(
                        "GET /apis/ccompat/v7/schemas/ids/9",
                        "GET /apis/ccompat/v7/subjects/person/versions/2?deleted=true",
                        "GET /apis/ccompat/v7/subjects/place/versions/1?deleted=true");
    }

    @Test
    void aReferenceThatLeadsNowhereMakesTheSchemaUnknown() {
        server.answering(200, answer(PERSON_AT_PLACE, "{\"name\":\"Place\",\"subject\":\"place\",\"version\":1}"))
                .answering(404, "{\"error_code\":40402,\"message\":\"Version 1 not found.\"}");

        assertThatThrownBy(() -> registry.schemaById(9))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("/subjects/place/versions/1");
    }

    @Test
    void refusedCredentialsAreNotShown() {
        server.answering(401, "{\"error_code\":401,\"message\":\"Unauthorized\"}");

        assertThatThrownBy(() -> registry.schemaById(5))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("check basic.auth.user.info")
                .hasMessageNotContainingAny("pass", "YW5h");
    }

    private SchemaRegistry with(String key, String value) {
        return new HttpSchemaRegistry(RegistrySettings.from(Map.of("schema.registry.url", server.url(), key, value)));
    }

    private static String answer(String schema, String references) {
        return "{\"schema\":\"" + schema.replace("'", "\\\"") + "\",\"references\":[" + references + "]}";
    }
}
