package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.detection.Detector;
import dev.twinwatch.engine.evidence.Confidence;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.watch.Metric;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds how much evidence may count while references are few: each number of them gets a limit of its own on the first windows
 * of honest histories, and the factor that brings it to the limit of the model.
 */
final class ConfidenceFit {
    /** From so many references on, evidence counts in full. */
    static final int ENOUGH = 8;
    /** Of fewer, the first windows say nothing of a tail. */
    private static final int LEAST_ENTITIES = 20;

    private ConfidenceFit() {}

    /**
     * The factors for 0 to {@value #ENOUGH} references, less one.
     *
     * @param model with the limit to which a number of references is brought
     * @param perEvent budget
     */
    static Confidence fit(EvidenceModel model, double limit, List<EntityHistory> honest, double perEvent) {
        // Under a limit below 0, less evidence would be more of an alert.
        if (honest.size() < LEAST_ENTITIES || limit <= 0) {
            return Confidence.FROM_TWO_REFERENCES;
        }
        int length = model.layout().watch().sequence().length();
        List<List<float[]>> byReferences = new ArrayList<>();
        for (int references = 0; references < ENOUGH; references++) {
            byReferences.add(new ArrayList<>());
        }
        Scorer scorer =
                new Scorer(model.calibrated(model.fusion(), Double.MAX_VALUE).confident(new Confidence(0, List.of())));
        for (EntityHistory history : honest) {
            List<Event> events = history.newest(Rehearsal.HONEST_WINDOWS * length);
            Trial trial = Trial.run(scorer, events.subList(0, Math.min(events.size(), (ENOUGH + 2) * length)));
            for (int references = 0; references < ENOUGH; references++) {
                byReferences.get(references).add(trial.evidence(references));
            }
        }
        List<Double> factors = new ArrayList<>();
        for (List<float[]> evidence : byReferences) {
            double own = LimitFit.fit(evidence, length, perEvent);
            factors.add(own <= limit ? 1 : Math.max(0, limit / own));
        }
        return neverFalling(model, factors);
    }

    /** A factor that a few strays made smaller than those before it says nothing of the number of references. */
    private static Confidence neverFalling(EvidenceModel model, List<Double> factors) {
        for (int references = factors.size() - 2; references >= 0; references--) {
            factors.set(references, Math.min(factors.get(references), factors.get(references + 1)));
        }
        // a distance to nothing says nothing
        int least = model.layout().watch().compare() == Metric.LIKELIHOOD_RATIO ? 0 : Detector.LEAST_REFERENCES;
        return new Confidence(least, factors);
    }
}
