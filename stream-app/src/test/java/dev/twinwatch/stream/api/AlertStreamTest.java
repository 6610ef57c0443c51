package dev.twinwatch.stream.api;

import static dev.twinwatch.stream.Alerts.alert;
import static dev.twinwatch.stream.Alerts.feedback;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.twinwatch.contracts.Label;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class AlertStreamTest {
    private final PageUnderTest page = new PageUnderTest();

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void whoComesFirstGetsTheStatusAndAllRowsAndThenEachChange() throws Exception {
        page.recent.take(alert("a", "ana", 10, 1), 0);
        page.recent.complete();
        try (Events events = events()) {
            assertThat(events.next("status").data).contains("\"watch\":\"purchases\"");
            assertThat(events.next("reset").id).isEqualTo(page.recent.epoch() + ":0");
            assertThat(events.next("alert").data).contains("\"id\":\"a\"", "\"events\":1");

            page.recent.take(alert("a", "ana", 10, 2), 0);

            assertThat(events.next("alert").data).contains("\"id\":\"a\"", "\"events\":2");
        }
    }

    @Test
    void whoComesBackGetsOnlyWhatChangedSince() throws Exception {
        page.recent.take(alert("a", "ana", 10, 1), 0);
        page.recent.take(alert("b", "ben", 20, 1), 0);
        page.recent.complete();
        String last;
        try (Events events = events()) {
            events.next("alert");
            last = events.next("alert").id;
        }
        page.recent.take(feedback("a", Label.FRAUD, "stolen"));

        try (Events events = events("Last-Event-ID", last)) {
            Event first = events.nextBut("status");
            assertThat(first.name).isEqualTo("alert");
            assertThat(first.data).contains("\"id\":\"a\"", "\"verdict\":\"FRAUD\"", "\"comment\":\"stolen\"");
        }
    }

    @Test
    void whoComesBackToAServiceThatStartedAnewIsToldToForgetAndGetsAll() throws Exception {
        page.recent.take(alert("a", "ana", 10, 1), 0);
        page.recent.complete();

        try (Events events = events("Last-Event-ID", "the-one-before:17")) {
            assertThat(events.nextBut("status").name).isEqualTo("reset");
            assertThat(events.nextBut("status").data).contains("\"id\":\"a\"");
        }
    }

    @Test
    void whileTheTopicsAreReadForTheFirstTimeOnlyTheStatusIsTold() throws Exception {
        page.recent.take(alert("a", "ana", 10, 1), 0);
        try (Events events = events()) {
            assertThat(events.next().name).isEqualTo("status");
            assertThat(events.next().name).isEqualTo("status");

            page.recent.complete();

            assertThat(events.nextBut("status").name).isEqualTo("reset");
        }
    }

    @Test
    void aLineWithoutNewsShowsThatItLives() throws Exception {
        page.recent.complete();
        try (Events events = events()) {
            events.next("reset");

            assertThat(events.next().name).isEqualTo("status");
            assertThat(events.next().name).isEqualTo("status");
        }
    }

    @Test
    void aTextWithLineBreaksStaysInOneEvent() throws Exception {
        page.recent.take(alert("a", "ana\n\nevent: reset\ndata: {}\n\n", 10, 1), 0);
        page.recent.complete();
        try (Events events = events()) {
            assertThat(events.nextBut("status").name).isEqualTo("reset");
            assertThat(events.nextBut("status").data).contains("ana\\n\\nevent: reset\\ndata");
            assertThat(events.next().name).isEqualTo("status");
        }
    }

    @Test
    void noMoreThan32ArePresentAtATime() throws Exception {
        List<Events> open = new ArrayList<>();
        try {
            for (int i = 0; i < 32; i++) {
                open.add(events());
                open.get(i).next("status");
            }

            HttpResponse<InputStream> refused = page.open("/api/stream");

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(new String(refused.body().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("too many pages");
        } finally {
            for (Events events : open) {
                events.close();
            }
        }
    }

    @Test
    void whoGoesAwayLeavesItsPlace() throws Exception {
        for (int i = 0; i < 32; i++) {
            try (Events events = events()) {
                events.next("status");
            }
        }

        await().until(() -> page.open("/api/stream").statusCode() == 200);
    }

    private Events events(String... headers) throws IOException, InterruptedException {
        return new Events(page.open("/api/stream", headers));
    }

    private record Event(String name, String data, String id) {}

    /** Reads events as a browser does. */
    private static final class Events implements AutoCloseable {
        private final BufferedReader lines;

        Events(HttpResponse<InputStream> answer) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .get()
                    .asString()
                    .startsWith("text/event-stream");
            lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        }

        Event next() throws IOException {
            String name = "";
            String data = "";
            String id = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && !data.isEmpty()) {
                    return new Event(name, data, id);
                }
                String value = line.replaceFirst("^[a-z]+: ?", "");
                if (line.startsWith("event:")) {
                    name = value;
                } else if (line.startsWith("data:")) {
                    data = value;
                } else if (line.startsWith("id:")) {
                    id = value;
                }
            }
            throw new IOException("the stream ended");
        }

        Event next(String name) throws IOException {
            Event event = next();
            while (!event.name.equals(name)) {
                event = next();
            }
            return event;
        }

        Event nextBut(String name) throws IOException {
            Event event = next();
            while (event.name.equals(name)) {
                event = next();
            }
            return event;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
