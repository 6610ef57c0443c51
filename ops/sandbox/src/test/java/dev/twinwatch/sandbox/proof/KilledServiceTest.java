package dev.twinwatch.sandbox.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.sandbox.simulator.Payment;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledServiceTest {
    private static final List<Payment> PAYMENTS = CardPayments.stream();
    /** Far enough apart that no two kills hit the same transaction, and far from the end. */
    private static final List<Integer> OUTCOMES_BEFORE_EACH_KILL = List.of(1_000, 3_500, 6_000);

    @TempDir
    Path folder;

    @Test
    void afterThreeKillsEveryEventHasOneOutcomeAndTheAlertsAreThoseOfAnUndisturbedRun() throws Exception {
        Decisions undisturbed = Decisions.ofEngine(CardPayments.bundle(), PAYMENTS);
        try (Rig rig = Rig.start(folder);
                PaymentSender sender = rig.sender();
                Follower<Score> scores = rig.scores();
                Follower<Alert> alerts = rig.alerts()) {
            sender.send(PAYMENTS);

            for (int outcomes : OUTCOMES_BEFORE_EACH_KILL) {
                try (ServiceProcess service = rig.startServiceProcess()) {
                    scores.await(outcomes);
                    service.kill();
                }
                assertThat(scores.toTheEnd())
                        .as("outcomes when it was killed: more were to come")
                        .hasSizeLessThan(PAYMENTS.size());
            }
            try (ServiceProcess service = rig.startServiceProcess()) {
                scores.await(PAYMENTS.size());
                service.stop();
            }

            Decisions written = Decisions.written(scores.toTheEnd(), alerts.toTheEnd());
            assertThat(written.differencesFrom(undisturbed)).isEmpty();
        }
    }
}
