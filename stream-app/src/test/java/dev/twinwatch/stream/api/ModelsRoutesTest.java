package dev.twinwatch.stream.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.stream.control.RefusedReleaseException;
import dev.twinwatch.stream.control.RefusedReleaseException.Reason;
import dev.twinwatch.stream.control.Terms;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelsRoutesTest {
    private static final String VERSION = "3f".repeat(32);
    private static final String PROMOTE = order("PROMOTE");

    private final PageUnderTest page = new PageUnderTest();

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void modelsAreToldWithTheirChangesAndDrift() throws Exception {
        assertThat(page.get("/api/models").body())
                .contains("\"published\":{\"epoch\":5}", "\"drift\":\"amount moved\"", "\"unread\":null")
                .contains("{\"at\":1000,\"who\":\"ana\",\"why\":\"better\",\"what\":\"LIVE\",\"before\":null");
    }

    @Test
    void theComparisonIsToldAsTheCommandTellsIt() throws Exception {
        assertThat(page.get("/api/models/comparison").body()).isEqualTo("{\"events\":7}");
    }

    @ParameterizedTest
    @EnumSource
    void eachChangeIsAskedForUponTheEpochThatThePersonSawAndNeverForced(ModelOrder.Change change) throws Exception {
        HttpResponse<String> answer = post(order(change.name()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"version\":\"" + VERSION + "\",\"epoch\":6,\"note\":\"not judged\"}");
        assertThat(page.models.orders)
                .containsExactly(new ModelOrder(
                        change, VERSION, Terms.by("eva", "a week as shadow").atEpoch(5)));
    }

    @Test
    void whoGivesNoNameIsThePage() throws Exception {
        post(PROMOTE.replace("\"eva\"", "\" \""));

        assertThat(page.models.orders)
                .singleElement()
                .satisfies(order -> assertThat(order.terms().who()).isEqualTo("page"));
    }

    @ParameterizedTest
    @CsvSource({"OUTDATED,409", "UNKNOWN,404", "UNUSABLE,422", "WORSE,422", "IN_THE_WAY,422"})
    void aRefusalIsToldInWordsForThePage(Reason reason, int status) throws Exception {
        page.models.failure = new RefusedReleaseException(reason, "it is so", ": type `twinwatch models list`");

        HttpResponse<String> answer = post(PROMOTE);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("it is so").doesNotContain("models list");
    }

    @Test
    void whoWantsAWorseModelAllTheSameIsToldHowToForceIt() throws Exception {
        page.models.failure = new RefusedReleaseException(Reason.WORSE, "it is worse", "");

        assertThat(post(PROMOTE).body()).contains("it is worse", "`./twinwatch models promote 3f3f3f3f3f3f --force`");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"PROMOTE\" | \"PUBLISH\" | `change` is PUBLISH, expected one of [PROMOTE, ",
                "\"PROMOTE\" | null | `change` is null",
                "\"3f | \"../3f | `version` is ../3f",
                "\"3f | \"f | expected the 64 hexadecimal digits of a published model",
                "5 | null | `epoch` is null",
                "5 | -1 | `epoch` is -1, expected that of `GET /api/models`: 0 or more",
                "5 | \"five\" | no JSON object of change, version, epoch, who and why",
                "a week as shadow | ' ' | `why` is missing",
                "\"who\" | \"force\" | force",
            })
    void whatCannotBeUnderstoodIsRefusedWithTheReason(String part, String instead, String reason) throws Exception {
        HttpResponse<String> answer = post(PROMOTE.replace(part, instead));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(reason);
        assertThat(page.models.orders).isEmpty();
    }

    @Test
    void longWordsAreRefused() throws Exception {
        assertThat(post(PROMOTE.replace("eva", "e".repeat(101))).statusCode()).isEqualTo(400);
        assertThat(post(PROMOTE.replace("a week", "w".repeat(1_001))).body()).contains("`why` has 1011 characters");
        assertThat(page.models.orders).isEmpty();
    }

    // Types that a form of a foreign page can send without being asked for leave.
    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
    void onlyJsonIsTaken(String type) throws Exception {
        HttpResponse<String> answer = page.postTo("/api/models", PROMOTE, "Content-Type", type);

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(page.models.orders).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Origin,http://evil.example", "Origin,null", "Sec-Fetch-Site,cross-site", "Host,evil.example"})
    void aForeignPageChangesNothing(String header, String value) throws Exception {
        HttpResponse<String> answer =
                page.postTo("/api/models", PROMOTE, "Content-Type", "application/json", header, value);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(page.models.orders).isEmpty();
    }

    @Test
    void whenKafkaDoesNotAnswerThePersonIsTold() throws Exception {
        page.models.failure = new IllegalStateException("no Kafka broker answered: start one");

        assertThat(post(PROMOTE).statusCode()).isEqualTo(503);
        assertThat(post(PROMOTE).body()).contains("no Kafka broker answered: start one");
        assertThat(page.get("/api/models").statusCode()).isEqualTo(503);
        assertThat(page.get("/api/models/comparison").body()).contains("no Kafka broker answered: start one");
    }

    @Test
    void oneChangeIsMadeAtATime() throws Exception {
        CountDownLatch goOn = page.models.hold();
        CompletableFuture<HttpResponse<String>> first = page.postLater("/api/models", PROMOTE);
        page.models.awaitHeld();

        HttpResponse<String> second = post(PROMOTE);
        goOn.countDown();

        assertThat(second.statusCode()).isEqualTo(503);
        assertThat(second.body()).contains("another change of the models is under way");
        assertThat(first.get().statusCode()).isEqualTo(200);
        assertThat(page.models.orders).hasSize(1);
    }

    private HttpResponse<String> post(String body) throws Exception {
        return page.postTo("/api/models", body, "Content-Type", "application/json");
    }

    private static String order(String change) {
        return "{\"change\":\"" + change + "\",\"version\":\"" + VERSION
                + "\",\"epoch\":5,\"who\":\"eva\",\"why\":\"a week as shadow\"}";
    }
}
