package dev.twinwatch.retrainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Retraining;
import dev.twinwatch.contracts.RetrainingStep;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmptyHistoryTest {
    @Test
    void aRequestBeforeTheFirstEventFailsWithWhatToDoAndTheProcessAnswersTheNextOne(@TempDir Path folder)
            throws Exception {
        try (Town town = Town.startWithoutModel(folder);
                Retrainer retrainer = new Retrainer(town.settings(), town.schemas(), new RetrainingMetrics())) {
            Thread running = new Thread(() -> run(retrainer), "retrainer");
            running.start();

            ask(town);
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> failed(town) == 1);
            ask(town);
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> failed(town) == 2);

            Optional<Retraining> end = town.steps().stream()
                    .filter(step -> step.getWhat() == RetrainingStep.FAILED)
                    .findFirst();
            assertThat(end)
                    .get()
                    .extracting(Retraining::getReason)
                    .asString()
                    .contains("let the service run for a while");
        }
    }

    private static void ask(Town town) throws Exception {
        assertThat(Main.run("retrain", "--config", town.settingsFile().toString(), "--request", "--why", "test"))
                .isZero();
    }

    private static long failed(Town town) throws Exception {
        return town.steps().stream()
                .filter(step -> step.getWhat() == RetrainingStep.FAILED)
                .count();
    }

    private static void run(Retrainer retrainer) {
        try {
            retrainer.run(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
