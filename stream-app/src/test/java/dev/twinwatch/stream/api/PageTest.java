package dev.twinwatch.stream.api;

import static dev.twinwatch.stream.Alerts.alert;
import static dev.twinwatch.stream.Alerts.alertAtRisk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Outcome;
import dev.twinwatch.contracts.Score;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PageTest {
    private final PageUnderTest page = new PageUnderTest("fraud.example.org");

    @AfterEach
    void close() {
        page.close();
    }

    @ParameterizedTest
    @CsvSource({"/,text/html", "/page.css,text/css", "/js/main.js,text/javascript", "/favicon.svg,image/svg+xml"})
    void thePageNeedsNothingFromElsewhere(String path, String type) throws Exception {
        HttpResponse<String> answer = page.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith(type);
        assertThat(answer.body().replace("http://www.w3.org/2000/svg", "")).doesNotContain("http:", "https:", "//cdn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/js/main.js", "/api/alerts", "/api/status", "/api/models"})
    void everyAnswerTellsTheBrowserToTrustNothingButThisPage(String path) throws Exception {
        HttpResponse<String> answer = page.get(path);

        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .startsWith("default-src 'none'; script-src 'self';")
                .contains("frame-ancestors 'none'")
                .contains("require-trusted-types-for 'script'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void alertsAreTheNewestFirstAndNoMoreThanAskedFor() throws Exception {
        page.recent.take(alert("a", "ana", 10, 1), 0);
        page.recent.take(alert("b", "<img src=x onerror=alert(1)>", 20, 1), 0);

        HttpResponse<String> answer = page.get("/api/alerts?limit=1");

        assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("application/json");
        assertThat(answer.body())
                .startsWith("[{\"id\":\"b\",\"entity\":\"<img src=x onerror=alert(1)>\"")
                .contains("\"opened\":{\"id\":\"e20\",\"time\":20000,\"number\":7}")
                .contains("\"said\":null")
                .doesNotContain("\"id\":\"a\"");
    }

    @Test
    void alertsCanBeAskedForByWhatIsAtRisk() throws Exception {
        page.recent.take(alertAtRisk("much", 10, 900.5), 0);
        page.recent.take(alertAtRisk("little", 20, 3.0), 0);
        page.recent.take(alert("unknown", "ben", 30, 1), 0);

        assertThat(page.get("/api/alerts?sort=risk&limit=2").body())
                .containsSubsequence("\"id\":\"much\"", "\"valueAtRisk\":900.5", "\"id\":\"little\"")
                .doesNotContain("unknown");
        assertThat(page.get("/api/alerts?sort=time").body())
                .isEqualTo(page.get("/api/alerts").body())
                .containsSubsequence("\"id\":\"unknown\"", "\"id\":\"little\"", "\"id\":\"much\"");
    }

    @Test
    void anotherOrderIsRefused() throws Exception {
        HttpResponse<String> answer = page.get("/api/alerts?sort=severity");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("`sort` is severity, expected time or risk");
    }

    @Test
    void eventsForReviewAreToldWithWhatFeedbackNeeds() throws Exception {
        page.reviews.take(Score.newBuilder()
                .setEntity("ana")
                .setEventId("p-17")
                .setOutcome(Outcome.SCORED)
                .setEvidence(-1.0)
                .setLimit(2.0)
                .setReview(true)
                .setSourceTopic("purchases")
                .setSourcePartition(0)
                .setSourceOffset(1)
                .build());

        assertThat(page.get("/api/reviews").body())
                .isEqualTo("[{\"event\":\"p-17\",\"entity\":\"ana\",\"time\":null,\"evidence\":-1.0,\"limit\":2.0}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", "", "99999999999"})
    void aLimitThatIsNoNumberOverZeroIsRefused(String limit) throws Exception {
        HttpResponse<String> answer = page.get("/api/alerts?limit=" + limit);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("`limit` is " + limit);
    }

    @Test
    void statusTellsRatesModelAndWhatAnswers() throws Exception {
        assertThat(page.get("/api/status").body())
                .contains(
                        "\"amount\":\"amount\"",
                        "\"watch\":\"purchases\"",
                        "\"phase\":\"RUNNING\"",
                        "\"model\":null",
                        "\"waiting\":3")
                .contains("\"broker\":true", "\"registry\":true", "\"deadLetters\":1", "\"eventsPerSecond\":1.5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "127.0.0.1.evil.example",
                "localhost.evil.example",
                "10.0.0.5"
            })
    void underANameThatOthersCanPointHereNothingIsTold(String host) throws Exception {
        HttpResponse<String> answer = page.get("/api/alerts", "Host", host);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("does not answer under the name " + host, "http.names");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:1",
                "127.0.0.1:8080",
                "[::1]:8080",
                "fraud.example.org",
                "Fraud.Example.Org:443"
            })
    void ownNamesAndTheNamesOfTheSettingsWork(String host) throws Exception {
        assertThat(page.get("/", "Host", host).statusCode()).isEqualTo(200);
    }

    @Test
    void probesAndPrometheusMayUseAnyName() throws Exception {
        assertThat(page.get("/health/live", "Host", "twinwatch.default.svc").statusCode())
                .isEqualTo(200);
        assertThat(page.get("/metrics", "Host", "10.0.0.5:8080").statusCode()).isEqualTo(200);
    }

    @Test
    void aForeignPageMayLinkHereAndReadNothing() throws Exception {
        assertThat(page.get("/", "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(200);
        assertThat(page.get("/api/alerts", "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(page.get("/api/alerts", "Origin", "http://evil.example").statusCode())
                .isEqualTo(403);
    }
}
