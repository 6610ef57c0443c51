package dev.twinwatch.sandbox.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The many ways to ask for one schema, and what makes two texts the same one. */
class LookingTest {
    private static final String WITH_X_AND_Y =
            "{\"type\":\"record\",\"name\":\"E\",\"fields\":[],\"y\":\"2\",\"x\":\"1\"}";
    private static final String WITH_Y_AND_X =
            "{\"type\":\"record\",\"name\":\"E\",\"fields\":[],\"x\":\"1\",\"y\":\"2\"}";

    @RegisterExtension
    final RunningRegistry registry = new RunningRegistry();

    private Caller caller;

    @BeforeEach
    void call() {
        caller = registry.caller();
    }

    @Test
    void idLeadsToSubjectsAndVersionsAndToTheBareText() throws Exception {
        caller.postSchema("/subjects/s/versions", Schemas.A);
        caller.postSchema("/subjects/t/versions", "\"int\"");
        caller.postSchema("/subjects/u/versions", Schemas.A);

        caller.get("/schemas/ids/1/subjects").is("[\"s\",\"u\"]");
        caller.get("/schemas/ids/1/versions")
                .is("[{\"subject\":\"s\",\"version\":1},{\"subject\":\"u\",\"version\":1}]");
        caller.get("/schemas/ids/1/schema").is(Schemas.A);
        caller.get("/subjects/s/versions/latest/schema").is(Schemas.A);
        caller.get("/schemas/ids/9/subjects").isRefused(404, 40403);
        caller.get("/schemas/types").is("[\"AVRO\"]");
    }

    @Test
    void listsAreCutByPrefixAndToTheLatest() throws Exception {
        caller.postSchema("/subjects/pay-value/versions", Schemas.A);
        caller.postSchema("/subjects/pay-value/versions", Schemas.A_AND_B);
        caller.postSchema("/subjects/visit-value/versions", Schemas.A);

        caller.get("/subjects?subjectPrefix=pay").is("[\"pay-value\"]");
        assertThat(caller.get("/schemas").json()).hasSize(3);
        assertThat(caller.get("/schemas?latestOnly=true").json()).hasSize(2);
        assertThat(caller.get("/schemas?subjectPrefix=visit").json()).hasSize(1);
    }

    @Test
    void orderOfAttributesCountsUnlessNormalized() throws Exception {
        caller.postSchema("/subjects/s/versions?normalize=true", WITH_X_AND_Y).is("{\"id\":1}");

        caller.postSchema("/subjects/s", WITH_X_AND_Y).isRefused(404, 40403);
        caller.postSchema("/subjects/s/versions?normalize=true", WITH_Y_AND_X).is("{\"id\":1}");
        assertThat(caller.postSchema("/subjects/s?normalize=true", WITH_X_AND_Y).status())
                .isEqualTo(200);
        caller.postSchema("/subjects/s/versions", WITH_X_AND_Y).is("{\"id\":2}");
    }
}
