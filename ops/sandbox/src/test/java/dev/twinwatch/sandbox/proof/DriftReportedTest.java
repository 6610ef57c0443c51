package dev.twinwatch.sandbox.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Audit;
import dev.twinwatch.contracts.Retraining;
import dev.twinwatch.contracts.RetrainingStep;
import dev.twinwatch.contracts.RetrainingTrigger;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.sandbox.simulator.Payment;
import dev.twinwatch.sandbox.simulator.Simulation;
import dev.twinwatch.stream.app.Service;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks tell every ten seconds what they counted, so that this takes longer than other tests. */
@Tag("long")
class DriftReportedTest {
    /** So many customers that a day has some hundred events; all of them spend five times as much as in training. */
    private static final List<Payment> PAYMENTS = new Simulation(400, 130, 20, 5)
            .runHonest().payments().stream()
                    .map(payment -> new Payment(
                            payment.paymentId(),
                            payment.customer(),
                            payment.paidAt(),
                            payment.place(),
                            payment.device(),
                            5 * payment.amount()))
                    .toList();

    @TempDir
    Path folder;

    @Test
    void aDayOfLargerAmountsIsReportedAndARetrainingIsAskedFor() throws Exception {
        try (Rig rig = Rig.start(folder);
                PaymentSender sender = rig.sender();
                Follower<Score> scores = rig.scores();
                Follower<Audit> audit = rig.follow(rig.settings().topics().audit(), Audit.class);
                Follower<Retraining> retraining =
                        rig.follow(rig.settings().topics().retraining(), Retraining.class);
                Service service = rig.startService()) {
            sender.send(PAYMENTS);
            scores.await(PAYMENTS.size());

            Retraining request = retraining.await(1).get(0);

            assertThat(request.getWhat()).isEqualTo(RetrainingStep.REQUESTED);
            assertThat(request.getTrigger()).isEqualTo(RetrainingTrigger.DRIFT);
            assertThat(request.getBase())
                    .isEqualTo(BundleFile.read(CardPayments.bundle()).version());
            Audit report = audit.await(2).get(1);
            assertThat(report.getWhat()).isEqualTo("drift");
            assertThat(report.getWhy()).contains("genuine events", "; amount ", "out of range where");
            assertThat(request.getReason()).isEqualTo("drift.trigger is 0.25, " + report.getWhy());
            assertThat(service.metrics()
                            .get("twinwatch.drift.index")
                            .tag("of", "amount")
                            .gauge()
                            .value())
                    .isGreaterThan(0.25);
            assertThat(service.health().failures()).isZero();
        }
    }
}
