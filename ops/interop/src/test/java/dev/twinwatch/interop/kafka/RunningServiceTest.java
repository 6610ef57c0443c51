package dev.twinwatch.interop.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.twinwatch.interop.program.ForeignProgram;
import dev.twinwatch.interop.program.Needs;
import dev.twinwatch.interop.program.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All of it: events of foreign clients in, alerts out to foreign clients, with the service between them. */
@Needs({ForeignProgram.NODE, ForeignProgram.KCAT})
class RunningServiceTest {
    @TempDir
    Path folder;

    @Test
    void eventsOfNodeInAvroAndOfKcatInJsonRaiseAlertsThatBothRead() throws Exception {
        try (Sandbox sandbox = Sandbox.start(folder);
                RunningService service = RunningService.start(folder, sandbox)) {
            String broker = sandbox.broker();
            String registry = sandbox.registryUrl();
            Run.node("write-events.mjs", broker, registry, "payments.events.v1", Payments.SCHEMA_FILE)
                    .text(Payments.habitThenSomethingElse("zoë"));
            Run.of("kcat", "-P", "-b", broker, "-t", "payments.events.v1").text(Payments.habitThenSomethingElse("ben"));

            String readByNode = Run.node("read-alerts.mjs", broker, registry, "payments.alerts.v1", "2")
                    .text("");

            assertThat(readByNode.lines().map(RunningServiceTest::summary))
                    .containsExactlyInAnyOrder("zoë: OPENED by zoë-else", "ben: OPENED by ben-else");
            assertThat(Kcat.readCommitted(broker, "payments.alerts.v1"))
                    .extracting(message -> sandbox.alert(message.value().array()))
                    .extracting(alert -> alert.getEntity() + ": " + alert.getState() + " by "
                            + alert.getOpeningEvent().getEventId())
                    .containsExactlyInAnyOrder("zoë: OPENED by zoë-else", "ben: OPENED by ben-else");
            assertThat(service.isRunning()).isTrue();
        }
    }

    private static String summary(String line) {
        try {
            JsonNode read = new ObjectMapper().readTree(line);
            JsonNode alert = read.path("alert");
            return read.path("key").asText() + ": " + alert.path("state").asText() + " by "
                    + alert.path("opening_event").path("event_id").asText();
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + line, e);
        }
    }
}
