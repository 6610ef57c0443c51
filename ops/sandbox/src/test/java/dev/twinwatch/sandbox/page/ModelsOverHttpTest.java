package dev.twinwatch.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.twinwatch.contracts.Audit;
import dev.twinwatch.stream.control.Place;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the page asks of a running service about its models; each test begins with a live model and one that is kept. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("long")
class ModelsOverHttpTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration SECONDS = Duration.ofSeconds(10);

    private Watched watched;
    private String live;
    private String worse;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        watched = new Watched(folder);
        watched.startService();
    }

    @AfterAll
    void close() {
        if (watched != null) {
            watched.close();
        }
    }

    @BeforeEach
    void aLiveModelAndAWorseShadow() {
        live = watched.publish(Candidates.thatCaught(30), Place.LIVE).version();
        worse = watched.publish(Candidates.thatCaught(20), Place.SHADOW).version();
    }

    @Test
    void modelsAreToldWithTheirFiguresAndWhoMadeThemWhatTheyAre() throws Exception {
        JsonNode told = JSON.readTree(watched.get("api/models").body());

        JsonNode published = told.path("published");
        assertThat(published.path("epoch").asLong())
                .isEqualTo(watched.releases().epoch());
        assertThat(published.path("live").asText()).isEqualTo(live);
        assertThat(published.path("shadow").asText()).isEqualTo(worse);
        JsonNode first = published.path("models").path(0);
        assertThat(first.path("state").asText()).isEqualTo("shadow");
        assertThat(first.path("who").asText()).isEqualTo("cli");
        assertThat(first.path("holdout").path("caught").asDouble()).isEqualTo(20);
        JsonNode change = told.path("changes").path(0);
        assertThat(change.path("what").asText()).isEqualTo("SHADOW");
        assertThat(change.path("after").asText()).isEqualTo(worse);
        assertThat(told.path("unread").isNull()).isTrue();
    }

    @Test
    void beforeBothScoredAnythingTheComparisonCountsNothingAndMeasuresNoCost() throws Exception {
        JsonNode compared = JSON.readTree(watched.get("api/models/comparison").body());

        assertThat(compared.path("events").asLong()).isZero();
        assertThat(compared.path("live").has("microsPerWindow")).isFalse();
    }

    @Test
    void aShadowIsPromotedRolledBackEndedAndRetiredAndTheAuditNamesThePerson() throws Exception {
        String better = watched.publish(Candidates.thatCaught(33), Place.SHADOW).version();
        int before = watched.audits().size();

        assertThat(change("PROMOTE", better).statusCode()).isEqualTo(200);
        await().atMost(SECONDS).until(() -> watched.deciding().contains(better));
        assertThat(change("ROLLBACK", "").statusCode()).isEqualTo(200);
        await().atMost(SECONDS).until(() -> watched.deciding().contains(live));
        assertThat(change("SHADOW", worse).statusCode()).isEqualTo(200);
        assertThat(watched.releases().shadow()).contains(worse);
        assertThat(change("UNSHADOW", "").statusCode()).isEqualTo(200);
        assertThat(change("RETIRE", worse).statusCode()).isEqualTo(200);

        assertThat(watched.releases().all())
                .extracting(release -> release.version())
                .doesNotContain(worse)
                .contains(live, better);
        List<Audit> audits = watched.audits();
        assertThat(audits.subList(before, audits.size()))
                .allMatch(
                        audit -> audit.getWho().equals("eva") && audit.getWhy().equals("a week as shadow"))
                .extracting(audit -> audit.getWhat() + " " + audit.getBefore() + " " + audit.getAfter())
                .containsExactly(
                        "model " + live + " " + better,
                        "model " + better + " " + live,
                        "shadow null " + worse,
                        "shadow " + worse + " null",
                        "bundle/" + worse + " " + worse + " null");
    }

    @Test
    void whoeverSawAnOlderEpochChangesNothing() throws Exception {
        long seen = watched.releases().epoch();
        watched.publish(Candidates.thatCaught(31), Place.SHADOW);

        assertRefused(
                change("ROLLBACK", "", seen), 409, "somebody else changed what is live", "look at what holds now");
    }

    @Test
    void aModelThatTheGatesDoNotLetPassIsRefusedWithItsFigures() throws Exception {
        assertRefused(
                change("PROMOTE", worse),
                422,
                "it caught 20 of 40 held-back takeovers, the live one 30 of 40",
                "nothing was changed");
    }

    @Test
    void aModelThatIsNotPublishedIsRefused() throws Exception {
        assertRefused(change("PROMOTE", "ab".repeat(32)), 404, "is published", "look at what is published now");
    }

    @Test
    void theLiveModelIsNotRetired() throws Exception {
        assertRefused(change("RETIRE", live), 422, "is live", "");
    }

    @Test
    void aForeignPageChangesNothing() throws Exception {
        long epoch = watched.releases().epoch();

        HttpResponse<String> answer =
                watched.post("api/models", order("UNSHADOW", "", epoch), "Origin", "http://evil.example");

        assertRefused(answer, 403, "only the page of the service itself", "");
    }

    private void assertRefused(HttpResponse<String> answer, int status, String reason, String remedy) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(reason, remedy);
        assertThat(watched.releases().live()).contains(live);
        assertThat(watched.releases().shadow()).isPresent();
    }

    private HttpResponse<String> change(String change, String version) throws Exception {
        return change(change, version, watched.releases().epoch());
    }

    private HttpResponse<String> change(String change, String version, long epoch) throws Exception {
        return watched.post("api/models", order(change, version, epoch));
    }

    private static String order(String change, String version, long epoch) throws Exception {
        return JSON.writeValueAsString(
                Map.of("change", change, "version", version, "epoch", epoch, "who", "eva", "why", "a week as shadow"));
    }
}
