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
 * of honest histories, and the factor or shift that brings it to the limit of the model.
 */
final class ConfidenceFit {
    /** From so many references on, evidence counts in full. */
    static final int ENOUGH = 8;
    /** Of fewer, the first windows say nothing of a tail. */
    private static final int LEAST_ENTITIES = 20;

    private ConfidenceFit() {}

    /**
     * What evidence of 0 to {@value #ENOUGH} references, less one, is drawn by. A factor would draw over a limit below 0, so that
     * there it is a shift: under the limit of the model as under that to which it brings.
     *
     * @param model with its limit, which the watch may give
     * @param limit that of the budget, to which a number of references is brought
     * @param perEvent budget
     */
    static Confidence fit(EvidenceModel model, double limit, List<EntityHistory> honest, double perEvent) {
        if (honest.size() < LEAST_ENTITIES) {
            return Confidence.FROM_TWO_REFERENCES;
        }
        Confidence.Drawn drawn =
                Math.min(limit, model.limit()) > 0 ? Confidence.Drawn.BY_FACTOR : Confidence.Drawn.BY_SHIFT;
        int length = model.layout().watch().sequence().length();
        List<Double> byReferences = new ArrayList<>();
        for (List<float[]> evidence : byReferences(model, honest)) {
            boolean none = evidence.stream().allMatch(values -> values.length == 0);
            double own = none ? limit : LimitFit.fit(evidence, length, perEvent);
            byReferences.add(own <= limit ? drawn.full() : by(drawn, own, limit));
        }
        return new Confidence(least(model), drawn, neverFalling(byReferences));
    }

    /** What brings one limit to a lower one. */
    private static double by(Confidence.Drawn drawn, double own, double limit) {
        return drawn == Confidence.Drawn.BY_FACTOR ? limit / own : limit - own;
    }

    /** Evidence in full, by the number of references, one array for each history. */
    private static List<List<float[]>> byReferences(EvidenceModel model, List<EntityHistory> honest) {
        int length = model.layout().watch().sequence().length();
        List<List<float[]>> byReferences = new ArrayList<>();
        for (int references = 0; references < ENOUGH; references++) {
            byReferences.add(new ArrayList<>());
        }
        Scorer scorer = new Scorer(
                model.calibrated(model.fusion(), Double.MAX_VALUE).confident(Confidence.ofFactors(0, List.of())));
        for (EntityHistory history : honest) {
            List<Event> events = history.newest(Rehearsal.HONEST_WINDOWS * length);
            Trial trial = Trial.run(scorer, events.subList(0, Math.min(events.size(), (ENOUGH + 2) * length)));
            for (int references = 0; references < ENOUGH; references++) {
                byReferences.get(references).add(trial.evidence(references));
            }
        }
        return byReferences;
    }

    /** What a few strays made smaller than those before it says nothing of the number of references. */
    private static List<Double> neverFalling(List<Double> byReferences) {
        for (int references = byReferences.size() - 2; references >= 0; references--) {
            byReferences.set(references, Math.min(byReferences.get(references), byReferences.get(references + 1)));
        }
        return byReferences;
    }

    /** A distance to nothing says nothing. */
    private static int least(EvidenceModel model) {
        return model.layout().watch().compare() == Metric.LIKELIHOOD_RATIO ? 0 : Detector.LEAST_REFERENCES;
    }
}
