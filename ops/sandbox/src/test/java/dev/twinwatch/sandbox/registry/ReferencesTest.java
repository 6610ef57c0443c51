package dev.twinwatch.sandbox.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Schemas that take types from other subjects. Visit uses Place and Person; Person uses Place too. */
class ReferencesTest {
    private static final String PLACE = "{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"Place\\\","
            + "\\\"fields\\\":[{\\\"name\\\":\\\"city\\\",\\\"type\\\":\\\"string\\\"}]}";
    private static final String PERSON = "{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"Person\\\","
            + "\\\"fields\\\":[{\\\"name\\\":\\\"home\\\",\\\"type\\\":\\\"Place\\\"}]}";
    private static final String VISIT = "{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"Visit\\\",\\\"fields\\\":["
            + "{\\\"name\\\":\\\"who\\\",\\\"type\\\":\\\"Person\\\"},"
            + "{\\\"name\\\":\\\"where\\\",\\\"type\\\":\\\"Place\\\"}]}";
    private static final String TO_PLACE = "{\"name\":\"Place\",\"subject\":\"place\",\"version\":1}";
    private static final String TO_PERSON = "{\"name\":\"Person\",\"subject\":\"person\",\"version\":1}";

    @RegisterExtension
    final RunningRegistry registry = new RunningRegistry();

    private Caller caller;

    @BeforeEach
    void registerPlacePersonAndVisit() throws Exception {
        caller = registry.caller();
        post("/subjects/place/versions", PLACE, "").is("{\"id\":1}");
        post("/subjects/person/versions", PERSON, TO_PLACE).is("{\"id\":2}");
        post("/subjects/visit/versions", VISIT, TO_PERSON + "," + TO_PLACE).is("{\"id\":3}");
    }

    @Test
    void schemaIsAnsweredAsItWasSentWithItsReferencesAlsoAfterARestart() throws Exception {
        registry.restart();

        var byId = registry.caller().get("/schemas/ids/2").json();
        assertThat(byId.path("schema").asText()).isEqualTo(PERSON.replace("\\", ""));
        assertThat(byId.path("references")).hasToString("[" + TO_PLACE + "]");
        var latest = registry.caller().get("/subjects/visit/versions/latest").json();
        assertThat(latest.path("schema").asText()).isEqualTo(VISIT.replace("\\", ""));
        assertThat(latest.path("references")).hasSize(2);
        assertThat(registry.caller().get("/schemas/ids/1").json().has("references"))
                .isFalse();
    }

    @Test
    void sameSchemaWithItsReferencesIsFound() throws Exception {
        var found = post("/subjects/person", PERSON, TO_PLACE);

        assertThat(found.json().path("version").asInt()).isEqualTo(1);
        post("/subjects/person/versions", PERSON, TO_PLACE).is("{\"id\":2}");
    }

    @Test
    void versionThatIsReferredToKnowsByWhomAndIsNotDeleted() throws Exception {
        caller.get("/subjects/place/versions/1/referencedby").is("[2,3]");
        caller.get("/subjects/visit/versions/1/referencedby").is("[]");
        caller.delete("/subjects/place").isRefused(422, 42206);
        caller.delete("/subjects/place/versions/1").isRefused(422, 42206);

        caller.delete("/subjects/visit").is("[1]");
        caller.delete("/subjects/person").is("[1]");
        caller.delete("/subjects/place").is("[1]");
    }

    @Test
    void referenceToTheLatestVersionIsKeptAsTheVersionThatItWas() throws Exception {
        post("/subjects/other/versions", PERSON, TO_PLACE.replace("1}", "-1}")).is("{\"id\":2}");
    }

    @Test
    void missingReferenceAndMissingTypeAreInvalidSchemas() throws Exception {
        post("/subjects/other/versions", PERSON, TO_PLACE.replace("1}", "9}")).isRefused(422, 42201);
        post("/subjects/other/versions", PERSON, "").isRefused(422, 42201);
    }

    @Test
    void changeIsJudgedWithTheTypesOfTheReferences() throws Exception {
        String withAge = PERSON.replace("]}", ",{\\\"name\\\":\\\"age\\\",\\\"type\\\":\\\"int\\\"}]}");

        post("/subjects/person/versions", withAge, TO_PLACE).isRefused(409, 409);
    }

    private Caller.Answer post(String path, String schema, String references) throws Exception {
        String body = "{\"schema\":\"" + schema + "\",\"references\":[" + references + "]}";
        return caller.post(path, BodyPublishers.ofString(body));
    }
}
