package dev.twinwatch.sandbox.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Label;
import dev.twinwatch.sandbox.simulator.Payment;
import dev.twinwatch.stream.app.Service;
import dev.twinwatch.stream.feedback.FeedbackWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FraudCaseTest {
    private static final List<Payment> PAYMENTS = CardPayments.stream();

    @TempDir
    Path folder;

    @Test
    void whatIsSaidOfAnAlertIsACaseForTheRunningServiceUntilItIsTakenBack() throws Exception {
        try (Rig rig = Rig.start(folder);
                PaymentSender sender = rig.sender();
                Follower<Alert> alerts = rig.alerts();
                Service service = rig.startService()) {
            sender.send(PAYMENTS);
            Alert alert = alerts.await(1).get(0);
            FeedbackWriter people = new FeedbackWriter(rig.settings(), rig.schemas());

            people.aboutAlert(alert, Label.FRAUD, "proof", null);
            awaitCases(service, 1);
            people.aboutAlert(alert, Label.LEGITIMATE, "proof", null);
            awaitCases(service, 0);

            assertThat(service.health().failures()).isZero();
        }
    }

    private static void awaitCases(Service service, int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        service.metrics().get("twinwatch.fraud.cases").gauge().value() == count);
    }
}
