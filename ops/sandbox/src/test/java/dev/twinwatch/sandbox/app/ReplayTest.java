package dev.twinwatch.sandbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.twinwatch.sandbox.simulator.LabelCsv;
import dev.twinwatch.sandbox.simulator.Payment;
import dev.twinwatch.sandbox.simulator.PaymentCsv;
import dev.twinwatch.sandbox.simulator.SimulatedStream;
import dev.twinwatch.sandbox.simulator.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a person types it, on a file that has labelled fraud among the history as well. */
@Tag("long")
class ReplayTest {
    private static final int HISTORY = 150;
    private static final SimulatedStream STREAM = new Simulation(20, 260, HISTORY, 1).run();

    @TempDir
    private Path folder;

    @Test
    void replayEndsWithItsReportAndTheNextRunOnTheFolderDoesNothingTwice() throws IOException {
        PaymentCsv.write(STREAM.payments(), folder.resolve("payments.csv"));
        Path labels = folder.resolve("labels.csv");
        LabelCsv.write(STREAM.takeovers(), labels);
        Files.writeString(labels, fraudInTheHistory(), StandardOpenOption.APPEND);

        JsonNode first = replay();
        JsonNode second = replay();

        assertThat(first.fieldNames())
                .toIterable()
                .contains("events", "entities", "scored", "alerts", "takeovers", "caught", "byStyle", "falseAlerts")
                .contains("falseAlertsPerThousandEvents", "lateAlerts", "detectionDelayEvents", "baseline")
                .contains("eventsPerSecond", "latencyMs", "model", "seconds");
        assertThat(first.path("entities").asInt()).isEqualTo(20);
        assertThat(first.path("history").asInt()).isEqualTo(20 * HISTORY);
        assertThat(first.path("events").asInt()).isEqualTo(STREAM.payments().size() - 20 * HISTORY);
        assertThat(first.path("takeovers").asInt()).isEqualTo(2);
        assertThat(first.at("/seconds/train").asDouble()).isPositive();
        assertThat(second.at("/seconds/train").asDouble()).isZero();
        for (String same : List.of("events", "outcomes", "alerts", "caught", "falseAlerts", "lateAlerts", "model")) {
            assertThat(second.path(same)).as(same).isEqualTo(first.path(same));
        }
    }

    private JsonNode replay() throws IOException {
        Ended ended = Ended.run(
                "demo",
                "--replay",
                folder.resolve("payments.csv").toString(),
                "--labels",
                folder.resolve("labels.csv").toString(),
                "--watch",
                Path.of("watches", "card-payments.yaml").toString(),
                "--history",
                String.valueOf(HISTORY),
                "--json",
                "--data",
                folder.resolve("data").toString());
        assertThat(ended.status()).as(ended.err()).isZero();
        return new ObjectMapper().readTree(ended.out());
    }

    /** From the customer's 100th payment to the 120th. */
    private static String fraudInTheHistory() {
        String customer = STREAM.payments().get(0).customer();
        List<Payment> own = STREAM.payments().stream()
                .filter(payment -> payment.customer().equals(customer))
                .toList();
        return customer + "," + own.get(99).paidAt() + "," + own.get(119).paidAt() + ",FRAUD\n";
    }
}
