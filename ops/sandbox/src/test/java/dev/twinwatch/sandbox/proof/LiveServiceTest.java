package dev.twinwatch.sandbox.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.sandbox.simulator.Payment;
import dev.twinwatch.stream.app.Service;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveServiceTest {
    private static final List<Payment> PAYMENTS = CardPayments.stream();

    @TempDir
    Path folder;

    @Test
    void saysOfEveryEventToTheLastBitWhatTheEngineAloneSaysOfTheSameEventsInOrder() throws Exception {
        Decisions engine = Decisions.ofEngine(CardPayments.bundle(), PAYMENTS);
        try (Rig rig = Rig.start(folder);
                PaymentSender sender = rig.sender();
                Follower<Score> scores = rig.scores();
                Follower<Alert> alerts = rig.alerts()) {
            sender.send(PAYMENTS);

            try (Service service = rig.startService()) {
                scores.await(PAYMENTS.size());
                assertThat(service.health().failures()).isZero();
            }

            Decisions live = Decisions.written(scores.toTheEnd(), alerts.toTheEnd());
            assertThat(live.differencesFrom(engine)).isEmpty();
            assertThat(ToldAlert.ofChanges(live.alerts().values()))
                    .as("one by one, the alerts of a backtest of the same payments")
                    .isEqualTo(ToldAlert.ofBacktest(CardPayments.bundle(), PAYMENTS, folder));
        }
    }

    // Else the comparison above could be one of nothing with nothing.
    @Test
    void streamThatProvesItHasScoresAlertsThatCloseAndAlertsThatGrow() {
        Decisions engine = Decisions.ofEngine(CardPayments.bundle(), PAYMENTS);

        assertThat(engine.scored()).as("scored events").isGreaterThan(PAYMENTS.size() / 2);
        assertThat(engine.alerts().values().stream().flatMap(List::stream))
                .extracting(AlertChange::state)
                .contains("OPENED", "GROWN", "CLOSED");
        assertThat(engine.alerts()).as("entities with alerts").hasSizeBetween(2, 30);
    }
}
