package dev.twinwatch.sandbox.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.sandbox.simulator.Payment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances take another model up while events stream, and one of them dies while it does. */
class ModelChangeTest {
    private static final List<Payment> PAYMENTS = CardPayments.stream();
    private static final int OUTCOMES_BEFORE_THE_CHANGE = 2_000;
    private static final int MORE_OF_EACH = 500;

    @TempDir
    Path folder;

    @Test
    void everyEventIsDecidedOnceByExactlyOneModelThoughAnInstanceIsKilledInTheChange() throws Exception {
        Bundle before = BundleFile.read(CardPayments.bundle());
        byte[] other = CardPayments.otherBundle();
        Bundle after = BundleFile.read(other);
        try (Rig rig = Rig.start(folder);
                PaymentSender sender = rig.sender();
                Follower<Score> scores = rig.scores();
                Follower<Alert> alerts = rig.alerts()) {
            try (ServiceProcess first = rig.startServiceProcess("first");
                    ServiceProcess second = rig.startServiceProcess("second")) {
                first.awaitSaid("is active");
                second.awaitSaid("is active");
                List<Payment> early = PAYMENTS.subList(0, OUTCOMES_BEFORE_THE_CHANGE);
                sender.send(early);
                scores.await(OUTCOMES_BEFORE_THE_CHANGE - MORE_OF_EACH);

                rig.publish(other);
                sender.send(PAYMENTS.subList(OUTCOMES_BEFORE_THE_CHANGE, PAYMENTS.size()));
                second.awaitSaid("model " + after.shortVersion() + " of epoch 2 is active");
                second.kill();

                scores.await(PAYMENTS.size());
                first.stop();
            }

            List<Score> written = scores.toTheEnd();
            Map<String, String> models =
                    written.stream().collect(Collectors.toMap(Score::getEventId, Score::getModelVersion));
            assertThat(models.values()).contains(before.version(), after.version());
            Scorer old = new Scorer(before.model());
            Scorer renewed = new Scorer(after.model());
            Decisions engine = Decisions.ofEngine(
                    payment -> before.version().equals(models.get(payment)) ? old : renewed, PAYMENTS);
            assertThat(Decisions.written(written, alerts.toTheEnd()).differencesFrom(engine))
                    .as("each score is to the last bit that of the model it names, with references seen by that model")
                    .isEmpty();
        }
    }
}
