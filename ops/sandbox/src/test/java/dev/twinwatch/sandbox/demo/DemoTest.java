package dev.twinwatch.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.sandbox.demo.judging.Tally;
import dev.twinwatch.sandbox.demo.recording.SimulatedPayments;
import dev.twinwatch.sandbox.demo.report.DemoReport;
import dev.twinwatch.sandbox.demo.screen.Screen;
import dev.twinwatch.sandbox.simulator.Simulation;
import dev.twinwatch.trainer.training.Hyperparameters;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    @TempDir
    private Path folder;

    @Test
    void everyEventOfASmallDemoHasOneOutcomeAndEveryAlertIsShownAndCountedOnce() throws Exception {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        Screen screen = Screen.plain(new PrintStream(shown, true, StandardCharsets.UTF_8));
        SimulatedPayments payments = SimulatedPayments.of(
                WatchFile.read(Path.of("watches", "card-payments.yaml")), new Simulation(40, 300, 150, 1));

        DemoReport report;
        // How good the model is does not matter here, and is measured elsewhere.
        Hyperparameters few = Hyperparameters.defaults().withIterations(50);
        try (Demo demo = new Demo(DemoFolder.at(folder.resolve("data")), 0, 0, screen, few)) {
            report = demo.run(payments, 1, Optional.empty()).report();
        }

        assertThat(report.history()).isEqualTo(40 * 150);
        assertThat(report.events()).isBetween(5_000L, 7_000L);
        assertThat(report.outcomes().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(report.events());
        assertThat(report.scored()).isEqualTo(report.outcomes().get("SCORED"));
        assertThat(report.takeovers()).isEqualTo(4);
        assertThat(report.byStyle().values().stream()
                        .mapToInt(Tally.Share::takeovers)
                        .sum())
                .isEqualTo(4);
        assertThat(report.byStyle().values().stream()
                        .mapToInt(Tally.Share::caught)
                        .sum())
                .isEqualTo(report.caught());
        assertThat(report.alerts()).isBetween(report.caught() + report.falseAlerts() + report.lateAlerts(), 1_000);
        assertThat(shown.toString(StandardCharsets.UTF_8)).containsPattern("look: http://127.0.0.1:[0-9]+/");
        assertThat(shown.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains("customer c")))
                .hasSize(report.alerts());
    }
}
