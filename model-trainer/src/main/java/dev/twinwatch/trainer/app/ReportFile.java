package dev.twinwatch.trainer.app;

import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.network.Weights;
import dev.twinwatch.trainer.calibration.Calibrated;
import dev.twinwatch.trainer.evaluation.Evaluation;
import dev.twinwatch.trainer.evaluation.Evaluator;
import dev.twinwatch.trainer.evaluation.LearningCurve;
import dev.twinwatch.trainer.report.Report;
import dev.twinwatch.trainer.training.Hyperparameters;
import dev.twinwatch.trainer.training.TwinNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page beside a bundle: {@code model.report.html} for {@code model.bundle}. */
final class ReportFile {
    private static final String ENDING = ".report.html";

    private final String bundle;
    private final OutFile file;

    private ReportFile(String bundle, OutFile file) {
        this.bundle = bundle;
        this.file = file;
    }

    /** Throws IllegalArgumentException where it could not be written. */
    static ReportFile beside(Path bundle) {
        String name = String.valueOf(bundle.getFileName());
        Path report = bundle.resolveSibling(name.replaceFirst("\\.bundle$", "") + ENDING);
        return new ReportFile(name, OutFile.of("report beside --out,", report));
    }

    /** Measures what training made, and writes; the histories of the result must still be open. */
    void write(Training.Result result, Hyperparameters settings, LearningCurve curve) throws IOException {
        Bundle made = BundleFile.read(result.bundle());
        Calibrated calibrated = result.calibrated();
        Weights untrained = new TwinNetwork(result.trained().spec(), settings).weights();
        Evaluation evaluation = new Evaluator(made.model().layout(), untrained, settings.seed()).evaluate(calibrated);
        String page = new Report(bundle, made, calibrated, evaluation, curve.trainings()).page();
        file.replace(part -> Files.writeString(part, page));
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
