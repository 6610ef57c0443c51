package dev.twinwatch.sandbox.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Audit;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.sandbox.simulator.Payment;
import dev.twinwatch.sandbox.simulator.Simulation;
import dev.twinwatch.stream.app.Service;
import dev.twinwatch.stream.control.ModelPublisher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks tell every ten seconds what they counted, so that this takes longer than other tests. */
@Tag("long")
class LimitFollowsTest {
    /** So many customers that a week has some thousand events. */
    private static final List<Payment> PAYMENTS =
            new Simulation(400, 130, 20, 5).run().payments();

    @TempDir
    Path folder;

    @Test
    void aLimitThatRaisesFarTooFewAlertsIsLoweredByOneAndTheAuditSaysWhy() throws Exception {
        try (Rig rig = Rig.start(folder)) {
            new ModelPublisher(rig.settings(), rig.schemas())
                    .publish(limitTwelveForOneInAHundredAndFifty(), "proof", "");
            try (PaymentSender sender = rig.sender();
                    Follower<Score> scores = rig.scores();
                    Follower<Audit> audit = rig.follow(rig.settings().topics().audit(), Audit.class);
                    Service service = rig.startService()) {
                sender.send(PAYMENTS);
                scores.await(PAYMENTS.size());

                Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> limit(service) < 12);

                Audit raised = audit.await(3).get(2);
                assertThat(raised.getWhat()).isEqualTo("limits/all");
                assertThat(raised.getBefore()).isEqualTo("12.0");
                assertThat(raised.getAfter()).isEqualTo("11.0");
                assertThat(service.health().failures()).isZero();
            }
        }
    }

    private static double limit(Service service) {
        return service.metrics().get("twinwatch.limit").gauge().value();
    }

    private static byte[] limitTwelveForOneInAHundredAndFifty() throws IOException {
        Bundle generous = BundleFile.read(BundleFile.read(CardPayments.bundle()).withBudget("1 per 150 events"));
        return BundleFile.write(
                generous.model().calibrated(generous.model().fusion(), 12),
                generous.alerting(),
                generous.provenance(),
                generous.golden());
    }
}
