package dev.twinwatch.sandbox.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What holds for all subjects or for one: which changes are taken, and which are compatible. */
class ModesAndLevelsTest {
    private static final String IMPORTED_A = "{\"id\":40,\"version\":7,\"schema\":\"\\\"int\\\"\"}";
    private static final String OTHER_WITH_THAT_ID = "{\"id\":40,\"version\":8,\"schema\":\"\\\"long\\\"\"}";

    @RegisterExtension
    final RunningRegistry registry = new RunningRegistry();

    private Caller caller;

    @BeforeEach
    void call() {
        caller = registry.caller();
    }

    @Test
    void levelThatIsTakenBackLeavesTheGlobalOneAndThatTheStandardOne() throws Exception {
        caller.putLevel("/config", "FULL");
        caller.putLevel("/config/s", "NONE");

        caller.delete("/config/s").is("{\"compatibilityLevel\":\"NONE\"}");
        caller.get("/config/s?defaultToGlobal=true").is("{\"compatibilityLevel\":\"FULL\"}");
        caller.delete("/config/s").isRefused(404, 40401);
        caller.delete("/config").is("{\"compatibilityLevel\":\"FULL\"}");
        caller.get("/config").is("{\"compatibilityLevel\":\"BACKWARD\"}");
    }

    @Test
    void modeOfASubjectGoesBeforeTheGlobalOne() throws Exception {
        caller.get("/mode").is("{\"mode\":\"READWRITE\"}");
        caller.get("/mode/s").isRefused(404, 40409);
        caller.get("/mode/s?defaultToGlobal=true").is("{\"mode\":\"READWRITE\"}");

        caller.put("/mode/s", "{\"mode\":\"READONLY\"}").is("{\"mode\":\"READONLY\"}");

        registry.restart();
        caller = registry.caller();
        caller.get("/mode/s").is("{\"mode\":\"READONLY\"}");
        caller.delete("/mode/s").is("{\"mode\":\"READONLY\"}");
        caller.delete("/mode/s").isRefused(404, 40401);
        caller.put("/mode", "{\"mode\":\"SIDEWAYS\"}").isRefused(422, 42204);
    }

    @Test
    void subjectThatMayOnlyBeReadTakesNoChange() throws Exception {
        caller.postSchema("/subjects/s/versions", Schemas.A);
        caller.put("/mode/s", "{\"mode\":\"READONLY\"}");

        caller.postSchema("/subjects/s/versions", Schemas.A_AND_B).isRefused(422, 42205);
        caller.delete("/subjects/s").isRefused(422, 42205);
        caller.delete("/subjects/s/versions/1").isRefused(422, 42205);
        caller.putLevel("/config/s", "NONE").isRefused(422, 42205);
        caller.postSchema("/subjects/s/versions", Schemas.A).is("{\"id\":1}");
        caller.postSchema("/subjects/other/versions", Schemas.A).is("{\"id\":1}");
    }

    @Test
    void importKeepsTheIdsAndNumbersOfTheOtherRegistry() throws Exception {
        caller.post("/subjects/s/versions", BodyPublishers.ofString(IMPORTED_A)).isRefused(422, 42205);
        caller.put("/mode", "{\"mode\":\"IMPORT\"}").is("{\"mode\":\"IMPORT\"}");

        caller.post("/subjects/s/versions", BodyPublishers.ofString(IMPORTED_A)).is("{\"id\":40}");
        caller.post("/subjects/s/versions", BodyPublishers.ofString(OTHER_WITH_THAT_ID))
                .isRefused(422, 42205);
        caller.postSchema("/subjects/s/versions", Schemas.A).isRefused(422, 42205);

        caller.get("/subjects/s/versions").is("[7]");
        caller.put("/mode", "{\"mode\":\"READWRITE\"}");
        caller.postSchema("/subjects/t/versions", Schemas.A).is("{\"id\":41}");
    }

    @Test
    void importWhereVersionsExistMustBeForced() throws Exception {
        caller.postSchema("/subjects/s/versions", Schemas.A);

        caller.put("/mode", "{\"mode\":\"IMPORT\"}").isRefused(422, 42205);
        caller.put("/mode?force=true", "{\"mode\":\"IMPORT\"}").is("{\"mode\":\"IMPORT\"}");
    }

    @Test
    void verboseAnswerNamesTheFieldAndEachVersionThatATransitiveLevelLooksAt() throws Exception {
        caller.postSchema("/subjects/s/versions", Schemas.A);
        caller.postSchema("/subjects/s/versions", Schemas.A_AND_B);
        caller.putLevel("/config/s", "FULL_TRANSITIVE");

        var answer = caller.postSchema("/compatibility/subjects/s/versions?verbose=true", "\"int\"");

        assertThat(answer.json().path("is_compatible").asBoolean()).isFalse();
        // Two versions, each in both directions.
        assertThat(answer.json().path("messages")).hasSize(4);
    }
}
