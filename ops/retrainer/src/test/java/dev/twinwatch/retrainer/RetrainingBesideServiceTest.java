package dev.twinwatch.retrainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Retraining;
import dev.twinwatch.contracts.RetrainingStep;
import dev.twinwatch.contracts.RetrainingTrigger;
import dev.twinwatch.stream.app.Service;
import dev.twinwatch.stream.control.ModelPointer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrainingBesideServiceTest {
    private static final int ALERTS = 30;

    @Test
    void feedbackOnThirtyAlertsLeadsToAModelThatIsLiveInTheRunningServiceWithNoHandOnIt(@TempDir Path folder)
            throws Exception {
        try (Town town = Town.start(
                        folder,
                        "retraining.labels: " + ALERTS,
                        "retraining.publish: live",
                        "retraining.gates.most-recall-lost: 1",
                        "retraining.gates.most-false-alerts: 1000");
                Service service = new Service(town.settings());
                Retrainer retrainer = new Retrainer(town.settings(), town.schemas(), new RetrainingMetrics())) {
            service.start();
            town.sendPayments();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> town.alerts().size() >= ALERTS);
            String first = live(service);
            Thread running = new Thread(() -> run(retrainer), "retrainer");
            running.start();

            town.tellTheTruthOf(ALERTS);

            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> !live(service).equals(first));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> end(town).getWhat() == RetrainingStep.PUBLISHED);
            Retraining end = end(town);
            assertThat(end.getModel()).isEqualTo(live(service));
            assertThat(end.getBase()).isEqualTo(first);
            assertThat(end.getTrigger()).isEqualTo(RetrainingTrigger.LABELS);
            assertThat(end.getLabels()).isEqualTo(ALERTS);
            assertThat(end.getMetrics()).containsKeys("live.labelled.caught", "taught.labelled.caught", "labels.fraud");
            assertThat(town.steps()).extracting(Retraining::getWhat).startsWith(RetrainingStep.STARTED);
        }
    }

    private static String live(Service service) {
        return service.models().pointer().map(ModelPointer::version).orElse("");
    }

    private static Retraining end(Town town) throws Exception {
        List<Retraining> steps = town.steps();
        return steps.get(steps.size() - 1);
    }

    private static void run(Retrainer retrainer) {
        try {
            retrainer.run(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
