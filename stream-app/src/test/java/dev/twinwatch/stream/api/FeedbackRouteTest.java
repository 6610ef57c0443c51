package dev.twinwatch.stream.api;

import static dev.twinwatch.stream.Alerts.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Label;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FeedbackRouteTest {
    private static final String FRAUD = "{\"alert\": \"a\", \"verdict\": \"FRAUD\"}";
    private static final String[] JSON = {"Content-Type", "application/json"};

    private final PageUnderTest page = new PageUnderTest();

    @BeforeEach
    void oneAlert() {
        page.recent.take(alert("a", "ana", 10, 1), 0);
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void anAnswerIsKeptWithCommentAndName() throws Exception {
        HttpResponse<String> answer = page.post(
                "{\"alert\":\"a\",\"verdict\":\"LEGITIMATE\",\"comment\":\" on holiday \",\"who\":\"eva\"}", JSON);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(page.answers)
                .containsExactly(new PageUnderTest.Answer("a", "ana", Label.LEGITIMATE, "eva", "on holiday"));
    }

    @Test
    void whoGivesNoNameIsThePage() throws Exception {
        page.post("{\"alert\": \"a\", \"verdict\": \"FRAUD\", \"comment\": \"\", \"who\": \" \"}", JSON);

        assertThat(page.answers).containsExactly(new PageUnderTest.Answer("a", "ana", Label.FRAUD, "page", null));
    }

    // Types that a form of a foreign page can send without being asked for leave.
    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonp"})
    void onlyJsonIsTaken(String type) throws Exception {
        assertThat(page.post(FRAUD, "Content-Type", type).statusCode()).isEqualTo(415);
        assertThat(page.answers).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "http://127.0.0.1:1", "http://localhost"})
    void aForeignPageCannotAnswer(String origin) throws Exception {
        HttpResponse<String> answer = page.post(FRAUD, "Content-Type", "application/json", "Origin", origin);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(page.answers).isEmpty();
    }

    @Test
    void aNameThatOthersPointHereCannotAnswerEither() throws Exception {
        HttpResponse<String> answer = page.post(
                FRAUD, "Content-Type", "application/json", "Host", "evil.example", "Origin", "http://evil.example");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(page.answers).isEmpty();
    }

    @Test
    void thePageItselfMay() throws Exception {
        HttpResponse<String> answer = page.post(
                FRAUD,
                "Content-Type",
                "application/json; charset=utf-8",
                "Origin",
                "http://" + page.authority(),
                "Sec-Fetch-Site",
                "same-origin");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(page.answers).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json | no JSON object",
                "null | `alert` is missing",
                "{\"verdict\": \"FRAUD\"} | `alert` is missing",
                "{\"event\": \"p-17\", \"verdict\": \"FRAUD\"} | or `event` and `entity` instead",
                "{\"alert\": \"a\", \"event\": \"p\", \"entity\": \"b\", \"verdict\": \"FRAUD\"} | instead",
                "{\"alert\": \"a\"} | `verdict` is null, expected FRAUD or LEGITIMATE",
                "{\"alert\": \"a\", \"verdict\": \"fraud\"} | `verdict` is fraud",
                "{\"alert\": \"a\", \"verdict\": \"FRAUD\", \"commnt\": \"x\"} | commnt",
                "{\"alert\": \"a\", \"verdict\": \"FRAUD\"} {} | no JSON object",
            })
    void whatCannotBeUnderstoodIsRefusedWithTheReason(String body, String reason) throws Exception {
        HttpResponse<String> answer = page.post(body, JSON);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(reason);
        assertThat(page.answers).isEmpty();
    }

    @Test
    void aLongCommentIsRefusedAndAHugeBodyIsNotRead() throws Exception {
        assertThat(page.post(commented(1_000), JSON).statusCode()).isEqualTo(204);
        assertThat(page.post(commented(1_001), JSON).statusCode()).isEqualTo(400);
        assertThat(page.post(commented(70_000), JSON).statusCode()).isEqualTo(413);
        assertThat(page.answers).hasSize(1);
    }

    @Test
    void anEventOfAnEntityIsAnsweredWithoutAnAlert() throws Exception {
        HttpResponse<String> answer = page.post(
                "{\"event\": \"p-17\", \"entity\": \"ben\", \"verdict\": \"LEGITIMATE\", \"who\": \"eva\"}", JSON);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(page.answers)
                .containsExactly(new PageUnderTest.Answer("p-17", "ben", Label.LEGITIMATE, "eva", null));
    }

    @Test
    void anAlertThatIsNotShownIsRefusedWithTheCommandForIt() throws Exception {
        HttpResponse<String> answer = page.post("{\"alert\": \"z\", \"verdict\": \"FRAUD\"}", JSON);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("twinwatch feedback --alert");
    }

    @Test
    void whenKafkaDoesNotTakeItThePersonIsTold() throws Exception {
        page.failure = new IllegalStateException("feedback was not written: try again");

        HttpResponse<String> answer = page.post(FRAUD, JSON);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("feedback was not written: try again");
    }

    private static String commented(int length) {
        return "{\"alert\":\"a\",\"verdict\":\"FRAUD\",\"comment\":\"" + "x".repeat(length) + "\"}";
    }
}
