package dev.twinwatch.sandbox.page;

import static dev.twinwatch.sandbox.page.Watched.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentAlertsAfterRestartTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void rowsAndAnswersAreTheSameAfterARestartAndWithoutWhatWasNeverCommitted() throws Exception {
        try (Watched watched = new Watched(folder)) {
            watched.startService();
            watched.write(alert("a", "ana", 1, 1), alert("b", "ben", 2, 1), alert("a", "ana", 1, 3));
            watched.writeInVain(alert("never", "cyd", 3, 1));
            watched.write(alert("d", "dan", 4, 1));
            await().atMost(LONGEST).until(() -> rows(watched).size() == 3);
            assertThat(answer(watched, "{\"alert\":\"b\",\"verdict\":\"LEGITIMATE\",\"comment\":\"on holiday\"}"))
                    .isEqualTo(204);
            await().atMost(LONGEST).until(() -> rows(watched).get(1).contains("on holiday"));
            List<String> before = rows(watched);

            watched.stopService();
            watched.startService();

            await().atMost(LONGEST)
                    .untilAsserted(() -> assertThat(rows(watched)).isEqualTo(before));
            assertThat(before).hasSize(3);
            assertThat(before.get(0)).contains("\"id\":\"d\"");
            assertThat(before.get(1)).contains("\"id\":\"b\"", "\"verdict\":\"LEGITIMATE\"");
            assertThat(before.get(2)).contains("\"id\":\"a\"", "\"events\":3");
        }
    }

    @Test
    void whatIsSaidOverHttpStandsOnTheTopicForTheStreamToHear() throws Exception {
        try (Watched watched = new Watched(folder)) {
            watched.startService();
            watched.write(alert("a", "ana", 1, 1));
            await().atMost(LONGEST).until(() -> rows(watched).size() == 1);

            assertThat(answer(watched, "{\"alert\":\"a\",\"verdict\":\"FRAUD\",\"who\":\"eva\"}"))
                    .isEqualTo(204);

            assertThat(watched.feedback()).singleElement().satisfies(said -> {
                assertThat(said.getEntity()).isEqualTo("ana");
                assertThat(said.getAlertId()).isEqualTo("a");
                assertThat(said.getEventId()).isEqualTo("p1");
                assertThat(said.getLabel()).hasToString("FRAUD");
                assertThat(said.getWho()).isEqualTo("eva");
            });
        }
    }

    /** Without the number of the change, which counts anew in each process. */
    private static List<String> rows(Watched watched) throws IOException, InterruptedException {
        List<String> rows = new ArrayList<>();
        for (JsonNode row : JSON.readTree(watched.get("api/alerts").body())) {
            ((ObjectNode) row).remove("change");
            rows.add(row.toString());
        }
        return rows;
    }

    private static int answer(Watched watched, String body) throws IOException, InterruptedException {
        return watched.post("api/feedback", body).statusCode();
    }
}
