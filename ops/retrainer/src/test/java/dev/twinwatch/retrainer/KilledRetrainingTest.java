package dev.twinwatch.retrainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Retraining;
import dev.twinwatch.contracts.RetrainingStep;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class KilledRetrainingTest {
    @Test
    void aProcessThatIsKilledInTrainingIsTakenUpByTheNextOneAndPublishesOnce(@TempDir Path folder) throws Exception {
        try (Town town = Town.start(
                folder, "retraining.gates.most-recall-lost: 1", "retraining.gates.most-false-alerts: 1000")) {
            town.sendPayments();
            try (RetrainerProcess killed = RetrainerProcess.start(town.settingsFile(), "--once", "--why", "test")) {
                killed.awaitSaid("training on from the live model");
                killed.kill();
            }
            assertThat(town.steps()).noneMatch(step -> step.getWhat() == RetrainingStep.PUBLISHED);

            try (RetrainerProcess next = RetrainerProcess.start(town.settingsFile(), "--once", "--why", "again")) {
                assertThat(next.awaitExit()).isZero();
            }

            List<Retraining> steps = town.steps();
            String first = id(steps, RetrainingStep.REQUESTED, "test");
            String second = id(steps, RetrainingStep.REQUESTED, "again");
            assertThat(ends(steps, first)).containsExactly(RetrainingStep.PUBLISHED);
            assertThat(ends(steps, second)).containsExactly(RetrainingStep.PUBLISHED);
            assertThat(steps)
                    .filteredOn(step -> step.getWhat() == RetrainingStep.STARTED)
                    .extracting(Retraining::getId)
                    .containsExactly(first, second);
        }
    }

    private static String id(List<Retraining> steps, RetrainingStep what, String reason) {
        return steps.stream()
                .filter(step -> step.getWhat() == what && step.getReason().equals(reason))
                .findFirst()
                .orElseThrow()
                .getId();
    }

    private static List<RetrainingStep> ends(List<Retraining> steps, String id) {
        return steps.stream()
                .filter(step -> step.getId().equals(id))
                .map(Retraining::getWhat)
                .filter(what -> what == RetrainingStep.PUBLISHED
                        || what == RetrainingStep.REFUSED
                        || what == RetrainingStep.FAILED)
                .toList();
    }
}
