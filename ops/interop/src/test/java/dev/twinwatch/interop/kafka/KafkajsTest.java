package dev.twinwatch.interop.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.twinwatch.interop.Alerts;
import dev.twinwatch.interop.program.ForeignProgram;
import dev.twinwatch.interop.program.Needs;
import dev.twinwatch.interop.program.Run;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kafkajs with its own registry client and its own Avro. */
@Needs(ForeignProgram.NODE)
class KafkajsTest {
    @TempDir
    static Path folder;

    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(folder);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void eventThatNodeWroteIsReadByOurSerde() throws Exception {
        sandbox.createTopic("from-node");

        Run.node("write-events.mjs", sandbox.broker(), sandbox.registryUrl(), "from-node", Payments.SCHEMA_FILE)
                .text(Payments.line("p1", "zoë", 1767225600000L, "Zürich", 12.5));

        var record = sandbox.read("from-node", 1).get(0);
        assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("zoë");
        assertThat(sandbox.readable(record.value()))
                .isEqualTo("{\"payment_id\": \"p1\", \"customer\": \"zoë\", \"paid_at\": 1767225600000,"
                        + " \"place\": \"Zürich\", \"device\": \"card\", \"amount\": 12.5}");
    }

    @Test
    void nodeReadsEveryFieldOfTheAlertsThatWereCommittedAndNoOther() throws Exception {
        sandbox.createTopic("for-node");
        sandbox.writeAlerts(
                "for-node", Alerts.opened("a1", "zoë"), Alerts.opened("a2", "ben"), Alerts.opened("a3", "eva"));

        List<String> lines = Run.node("read-alerts.mjs", sandbox.broker(), sandbox.registryUrl(), "for-node", "2")
                .text("")
                .lines()
                .toList();

        JsonNode first = new ObjectMapper().readTree(lines.get(0));
        assertThat(first.path("key").asText()).isEqualTo("zoë");
        assertThat(first.path("alert"))
                .isEqualTo(new ObjectMapper().readTree(Alerts.asNumbers(Alerts.opened("a1", "zoë"))));
        assertThat(new ObjectMapper()
                        .readTree(lines.get(1))
                        .path("alert")
                        .path("alert_id")
                        .asText())
                .isEqualTo("a3");
    }
}
