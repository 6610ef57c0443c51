package dev.twinwatch.trainer.app;

import dev.twinwatch.engine.bundle.Provenance;
import dev.twinwatch.trainer.calibration.Calibrated;
import dev.twinwatch.trainer.history.History;
import dev.twinwatch.trainer.training.EncoderChoice;
import dev.twinwatch.trainer.training.Hyperparameters;
import dev.twinwatch.trainer.training.Trained;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Where a trained model comes from: all that it takes to train it again, and how it did. */
final class TrainingProvenance {
    private TrainingProvenance() {}

    /**
     * Of one training.
     *
     * @param origin the bundle that it started from; empty for none
     */
    static Provenance of(
            History history,
            Hyperparameters settings,
            Map<String, String> origin,
            EncoderChoice.Choice choice,
            Trained trained,
            Calibrated calibrated)
            throws IOException {
        Map<String, String> hyperparameters = new TreeMap<>(choice.described());
        hyperparameters.putAll(origin);
        settings.values().forEach((name, value) -> hyperparameters.put(name, String.valueOf(value)));
        return new Provenance(
                history.sha256(),
                history.rows(),
                history.entities().size(),
                String.valueOf(history.from()),
                String.valueOf(history.to()),
                settings.seed(),
                hyperparameters,
                Build.commit(),
                Runtime.version().toString(),
                Build.dl4j(),
                holdout(trained, calibrated));
    }

    private static Map<String, Double> holdout(Trained trained, Calibrated calibrated) {
        Map<String, Double> holdout = new TreeMap<>();
        holdout.put("inSample", calibrated.inSample() ? 1.0 : 0.0);
        holdout.put("equalErrorRate", calibrated.equalErrorRate());
        holdout.put("takeovers", (double) calibrated.takeovers());
        holdout.put("caught", (double) calibrated.caught());
        holdout.put("honestEvents", (double) calibrated.honestEvents());
        holdout.put("falseAlerts", (double) calibrated.falseAlerts());
        trained.validation().ifPresent(error -> holdout.put("validationEqualErrorRate", error));
        trained.untrained().ifPresent(error -> holdout.put("untrainedEqualErrorRate", error));
        return holdout;
    }
}
