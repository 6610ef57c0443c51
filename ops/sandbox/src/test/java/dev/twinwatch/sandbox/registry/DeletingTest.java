package dev.twinwatch.sandbox.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Deleting hides at first and forgets on a second request; ids outlive the versions that are only hidden. */
class DeletingTest {
    @RegisterExtension
    final RunningRegistry registry = new RunningRegistry();

    private Caller caller;

    @BeforeEach
    void registerTwoVersions() throws Exception {
        caller = registry.caller();
        caller.postSchema("/subjects/s/versions", Schemas.A).is("{\"id\":1}");
        caller.postSchema("/subjects/s/versions", Schemas.A_AND_B).is("{\"id\":2}");
    }

    @Test
    void deletedVersionIsSeenOnlyOnDemandAndItsIdStays() throws Exception {
        caller.delete("/subjects/s/versions/latest").is("2");

        caller.get("/subjects/s/versions").is("[1]");
        caller.get("/subjects/s/versions?deleted=true").is("[1,2]");
        caller.get("/subjects/s/versions/2").isRefused(404, 40402);
        caller.postSchema("/subjects/s", Schemas.A_AND_B).isRefused(404, 40403);
        assertThat(caller.postSchema("/subjects/s?deleted=true", Schemas.A_AND_B)
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        caller.get("/schemas/ids/2/schema").is(Schemas.A_AND_B);
        caller.get("/schemas/ids/2/subjects").is("[]");
        caller.get("/schemas/ids/2/subjects?deleted=true").is("[\"s\"]");
    }

    @Test
    void schemaThatIsRegisteredAfterItsVersionWasDeletedIsANewVersionWithTheSameId() throws Exception {
        caller.delete("/subjects/s/versions/2").is("2");

        caller.postSchema("/subjects/s/versions", Schemas.A_AND_B).is("{\"id\":2}");

        caller.get("/subjects/s/versions").is("[1,3]");
    }

    @Test
    void versionIsForgottenOnlyAfterItWasDeleted() throws Exception {
        caller.delete("/subjects/s/versions/2?permanent=true").isRefused(404, 40407);
        caller.delete("/subjects/s/versions/2").is("2");
        caller.delete("/subjects/s/versions/2").isRefused(404, 40406);

        caller.delete("/subjects/s/versions/2?permanent=true").is("2");

        caller.get("/subjects/s/versions?deleted=true").is("[1]");
        caller.get("/schemas/ids/2").isRefused(404, 40403);
        caller.delete("/subjects/s/versions/2").isRefused(404, 40402);
        caller.delete("/subjects/none/versions/1").isRefused(404, 40401);
        caller.delete("/subjects/s/versions/x").isRefused(422, 42202);
    }

    @Test
    void subjectIsForgottenOnlyAfterItWasDeletedAndItsLevelGoesWithIt() throws Exception {
        caller.putLevel("/config/s", "FULL");
        caller.delete("/subjects/s?permanent=true").isRefused(404, 40405);
        caller.delete("/subjects/s").is("[1,2]");

        caller.delete("/subjects/s").isRefused(404, 40404);
        caller.get("/subjects").is("[]");
        caller.get("/subjects?deleted=true").is("[\"s\"]");
        caller.get("/subjects/s/versions").isRefused(404, 40401);
        caller.get("/config/s").isRefused(404, 40408);
        caller.delete("/subjects/s?permanent=true").is("[1,2]");
        caller.get("/subjects?deleted=true").is("[]");
        caller.delete("/subjects/s").isRefused(404, 40401);
    }

    @Test
    void idIsNotGivenAgainAfterEverythingWasForgottenAndARestart() throws Exception {
        caller.delete("/subjects/s");
        caller.delete("/subjects/s?permanent=true");

        registry.restart();

        registry.caller().postSchema("/subjects/s/versions", Schemas.A).is("{\"id\":3}");
        registry.caller().get("/subjects/s/versions").is("[1]");
    }

    @Test
    void deletedVersionsStayDeletedAfterARestart() throws Exception {
        caller.delete("/subjects/s/versions/1");

        registry.restart();

        registry.caller().get("/subjects/s/versions").is("[2]");
        registry.caller().get("/subjects/s/versions?deleted=true").is("[1,2]");
    }

    @Test
    void deletedVersionDoesNotCountForCompatibility() throws Exception {
        caller.putLevel("/config/s", "BACKWARD_TRANSITIVE");
        caller.postSchema("/compatibility/subjects/s/versions", Schemas.A_AND_REQUIRED_B)
                .is("{\"is_compatible\":false}");

        caller.delete("/subjects/s/versions/1");

        caller.postSchema("/compatibility/subjects/s/versions", Schemas.A_AND_REQUIRED_B)
                .is("{\"is_compatible\":true}");
    }
}
