package dev.twinwatch.trainer.app;

import dev.twinwatch.engine.bundle.Sha256;
import dev.twinwatch.engine.evidence.Confidence;
import dev.twinwatch.trainer.calibration.Calibrated;
import dev.twinwatch.trainer.training.Trained;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Says at the end of a training what came out of it. */
final class TrainingSummary {
    private TrainingSummary() {}

    static void print(PrintWriter terminal, Training.Result result, Path out, ReportFile report) {
        Calibrated calibrated = result.calibrated();
        Trained trained = result.trained();
        terminal.printf(
                Locale.ROOT,
                "encoder: equal error rate on unseen entities %s, untrained %s, best after %d batches%n",
                percent(trained.validation()),
                percent(trained.untrained()),
                trained.bestIteration());
        terminal.printf(
                Locale.ROOT,
                "calibrated: %d of %d simulated takeovers caught within their stretch, %d false alerts in %,d honest events,"
                        + " limit %.2f%n",
                calibrated.caught(),
                calibrated.takeovers(),
                calibrated.falseAlerts(),
                calibrated.honestEvents(),
                calibrated.model().limit());
        terminal.println(
                calibrated.inSample()
                        ? "  in-sample: too few entities to hold any out, these figures are of entities that training saw"
                                + " and flatter"
                        : "  held out: measured on entities that neither the encoder nor this calibration had seen");
        terminal.println("few references: evidence counts "
                + confidence(calibrated.model().confidence()));
        terminal.printf(
                Locale.ROOT,
                "wrote %s, %,d KB, version %s, and %s to look at%n",
                out,
                result.bundle().length / 1024,
                Sha256.of(result.bundle()).substring(0, 12),
                report);
    }

    /** As "for 0.31, 0.62 with 0, 1 of them, in full with more"; a shift is said as what is taken off. */
    private static String confidence(Confidence confidence) {
        boolean shifts = confidence.drawn() == Confidence.Drawn.BY_SHIFT;
        List<String> amounts = new ArrayList<>();
        List<String> references = new ArrayList<>();
        for (int n = 0; !confidence.isFull(n); n++) {
            amounts.add(String.format(Locale.ROOT, "%.2f", Math.abs(confidence.by(n))));
            references.add(String.valueOf(n));
        }
        return amounts.isEmpty()
                ? "in full from the first full window"
                : (shifts ? "less " : "for ") + String.join(", ", amounts) + " with " + String.join(", ", references)
                        + " of them, in full with more";
    }

    private static String percent(OptionalDouble share) {
        return share.isPresent() ? String.format(Locale.ROOT, "%.1f %%", 100 * share.getAsDouble()) : "not measured";
    }
}
