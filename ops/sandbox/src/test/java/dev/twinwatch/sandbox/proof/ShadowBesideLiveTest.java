package dev.twinwatch.sandbox.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.sandbox.simulator.Payment;
import dev.twinwatch.stream.app.Service;
import dev.twinwatch.stream.comparison.Compared;
import dev.twinwatch.stream.comparison.Comparing;
import dev.twinwatch.stream.comparison.ComparisonReport;
import dev.twinwatch.stream.control.ModelPublisher;
import dev.twinwatch.stream.control.Place;
import dev.twinwatch.stream.control.Terms;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that scores along in a running service, and what `models compare` says of it. */
class ShadowBesideLiveTest {
    private static final List<Payment> PAYMENTS = CardPayments.stream();

    @TempDir
    Path folder;

    @Test
    void aShadowChangesNoDecisionAndTheComparisonCountsWhatBothSaid() throws Exception {
        Decisions engine = Decisions.ofEngine(CardPayments.bundle(), PAYMENTS);
        byte[] other = CardPayments.otherBundle();
        try (Rig rig = Rig.start(folder);
                PaymentSender sender = rig.sender();
                Follower<Score> scores = rig.scores();
                Follower<Alert> alerts = rig.alerts()) {
            new ModelPublisher(rig.settings(), rig.schemas())
                    .publish(
                            other,
                            Place.SHADOW,
                            Terms.by("proof", "to be compared").force());
            sender.send(PAYMENTS);

            try (Service service = rig.startService()) {
                scores.await(PAYMENTS.size());
                assertThat(service.health().failures()).isZero();
            }

            List<Score> written = scores.toTheEnd();
            assertThat(Decisions.written(written, alerts.toTheEnd()).differencesFrom(engine))
                    .isEmpty();
            ComparisonReport report = new Comparing(rig.settings(), rig.schemas()).run();
            Compared compared = report.compared();
            assertThat(compared.shadow().version())
                    .isEqualTo(BundleFile.read(other).version());
            assertThat(compared.events())
                    .isEqualTo(engine.scored())
                    .isEqualTo(written.stream()
                            .filter(score -> score.getShadow() != null)
                            .count());
            assertThat(compared.both()).isPositive();
            assertThat(compared.live().alerts())
                    .isEqualTo(compared.both() + compared.live().alone().size());
            assertThat(compared.shadow().alerts())
                    .isEqualTo(written.stream()
                            .filter(score -> score.getShadow() != null
                                    && score.getShadow().getOpened())
                            .count());
            StringWriter table = new StringWriter();
            report.print(new PrintWriter(table, true), 3);
            assertThat(table.toString()).contains("a day", "alerts of both", "us to see a window");
        }
    }
}
