package dev.twinwatch.retrainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Audit;
import dev.twinwatch.contracts.Retraining;
import dev.twinwatch.contracts.RetrainingStep;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.watch.FeatureSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a retraining does where not all goes as it should; each is one `retrain --once`. */
@Tag("long")
class RetrainingInTroubleTest {
    private static final String[] ANY_CANDIDATE = {
        "retraining.publish: live", "retraining.gates.most-recall-lost: 1", "retraining.gates.most-false-alerts: 1000"
    };

    @TempDir
    Path folder;

    @Test
    void aCandidateThatDoesNotPassTheGatesIsNotReleasedAndTheAuditSaysWhy() throws Exception {
        try (Town town = Town.start(
                folder,
                "retraining.publish: live",
                "retraining.gates.most-recall-lost: 0",
                "retraining.gates.most-false-alerts: 0")) {
            town.sendPayments();
            Bundle before = live(town);

            assertThat(once(town)).isNotZero();

            Retraining end = newest(town);
            assertThat(end.getWhat()).isEqualTo(RetrainingStep.REFUSED);
            assertThat(end.getReason()).contains("tuned: ", "scratch: ", "taught: ", "retraining.gates.");
            assertThat(live(town).version()).isEqualTo(before.version());
            List<Audit> audits = new ArrayList<>();
            town.read(town.settings().topics().audit(), Audit.class, audits::add);
            assertThat(audits)
                    .filteredOn(audit -> audit.getWhat().equals("retraining/" + end.getId()))
                    .extracting(Audit::getWhy)
                    .containsExactly(end.getReason());
        }
    }

    @Test
    void aBrokerThatGoesAwayInTrainingIsWaitedFor() throws Exception {
        try (Town town = Town.start(folder, ANY_CANDIDATE)) {
            town.sendPayments();
            Bundle before = live(town);
            try (RetrainerProcess process = RetrainerProcess.start(town.settingsFile(), "--once", "--why", "test")) {
                process.awaitSaid("training on from the live model");
                town.stopBroker();
                process.awaitSaid("goes on once broker and registry are back");
                town.startBrokerAgain();

                assertThat(process.awaitExit()).isZero();
            }

            assertThat(newest(town).getWhat()).isEqualTo(RetrainingStep.PUBLISHED);
            assertThat(newest(town).getModel()).isEqualTo(live(town).version()).isNotEqualTo(before.version());
        }
    }

    @Test
    void afterTheWatchGainedAFieldTheNextModelReadsItAndStartsFromTheOneOfBefore() throws Exception {
        try (Town town = Town.startWithoutModel(folder, ANY_CANDIDATE)) {
            town.watch("field: device");
            town.publishFirst();
            town.sendPayments();
            Bundle before = live(town);
            town.watch("");

            assertThat(once(town)).isZero();

            Bundle after = live(town);
            assertThat(before.model().layout().watch().features())
                    .extracting(FeatureSpec::name)
                    .doesNotContain("device");
            assertThat(after.model().layout().watch().features())
                    .extracting(FeatureSpec::name)
                    .contains("device", "new-device");
            assertThat(after.provenance().hyperparameters()).containsEntry("from", before.version());
        }
    }

    private static int once(Town town) throws Exception {
        try (RetrainerProcess process = RetrainerProcess.start(town.settingsFile(), "--once", "--why", "test")) {
            return process.awaitExit();
        }
    }

    private static Bundle live(Town town) throws Exception {
        return new LiveModel(town.settings(), town.schemas()).now().orElseThrow();
    }

    private static Retraining newest(Town town) throws Exception {
        List<Retraining> steps = town.steps();
        return steps.get(steps.size() - 1);
    }
}
