package dev.twinwatch.sandbox.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Audit;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.sandbox.simulator.Payment;
import dev.twinwatch.stream.app.Main;
import dev.twinwatch.stream.app.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of chargebacks, which name transactions alone, and what comes of each of them. */
class BulkFeedbackTest {
    private static final List<Payment> PAYMENTS = CardPayments.stream();

    @TempDir
    Path folder;

    @Test
    void labelsByTransactionCountOnceInTheRunningServiceOrAreKeptForTraining() throws Exception {
        try (Rig rig = Rig.start(folder);
                PaymentSender sender = rig.sender();
                Follower<Alert> alerts = rig.alerts();
                Follower<Score> scores = rig.scores();
                Follower<Audit> audits = rig.follow(rig.settings().topics().audit(), Audit.class);
                Service service = rig.startService()) {
            sender.send(PAYMENTS);
            String flagged = alerts.await(1).get(0).getOpeningEvent().getEventId();
            scores.await(PAYMENTS.size());
            Path labels = Files.writeString(
                    folder.resolve("labels.csv"),
                    "event_id,label\n%s,FRAUD\n%s,LEGITIMATE\nnobody-knows,FRAUD\n%s,maybe\n"
                            .formatted(flagged, PAYMENTS.get(0).paymentId(), flagged));

            assertThat(hear(rig, labels)).isZero();
            assertThat(hear(rig, labels)).isZero();

            assertThat(audits.await(5).subList(1, 5))
                    .extracting(audit -> audit.getWhat() + " " + audit.getAfter())
                    .containsExactlyInAnyOrder(
                            "feedback/" + flagged + " TAKEN_OUT",
                            "feedback/" + PAYMENTS.get(0).paymentId() + " KEPT_FOR_TRAINING",
                            "feedback/" + flagged + " REPEATED",
                            "feedback/" + PAYMENTS.get(0).paymentId() + " KEPT_FOR_TRAINING");
            assertThat(Files.readAllLines(folder.resolve("labels.csv.rejects.csv")))
                    .hasSize(3)
                    .anyMatch(line -> line.contains("line 4 names event nobody-knows"))
                    .anyMatch(line -> line.contains("line 5 has label maybe"));
            assertThat(service.health().failures()).isZero();
        }
    }

    private static int hear(Rig rig, Path labels) {
        return Main.run(
                "feedback", "--config", rig.settingsFile().toString(), "--file", labels.toString(), "--who", "bank");
    }
}
