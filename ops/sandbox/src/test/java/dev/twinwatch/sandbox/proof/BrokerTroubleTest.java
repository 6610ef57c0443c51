package dev.twinwatch.sandbox.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.sandbox.simulator.Payment;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerTroubleTest {
    private static final List<Payment> PAYMENTS = CardPayments.stream().subList(0, 4_000);
    private static final int HALF = PAYMENTS.size() / 2;

    @TempDir
    Path folder;

    @Test
    void serviceThatIsStartedFirstWaitsForBrokerAndRegistryAndOutlivesABrokerThatStops() throws Exception {
        Decisions undisturbed = Decisions.ofEngine(CardPayments.bundle(), PAYMENTS);
        try (Rig rig = Rig.start(folder)) {
            rig.stopBroker();
            rig.stopRegistry();
            try (ServiceProcess service = rig.startServiceProcess()) {
                service.awaitSaid("no Kafka broker answers at");
                rig.startBrokerAgain();
                service.awaitSaid("no schema registry answers yet");
                rig.startRegistryAgain();

                try (PaymentSender sender = rig.sender();
                        Follower<Score> scores = rig.scores();
                        Follower<Alert> alerts = rig.alerts()) {
                    sender.send(PAYMENTS.subList(0, HALF));
                    scores.await(HALF);

                    rig.stopBroker();
                    rig.startBrokerAgain();
                    sender.send(PAYMENTS.subList(HALF, PAYMENTS.size()));

                    scores.await(PAYMENTS.size());
                    service.stop();
                    assertThat(Decisions.written(scores.toTheEnd(), alerts.toTheEnd())
                                    .differencesFrom(undisturbed))
                            .isEmpty();
                }
            }
        }
    }
}
