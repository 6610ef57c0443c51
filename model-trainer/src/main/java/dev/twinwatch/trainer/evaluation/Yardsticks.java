package dev.twinwatch.trainer.evaluation;

import dev.twinwatch.engine.evidence.Comparison;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.evidence.References;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.network.Weights;
import java.util.ArrayList;
import java.util.List;

/** All that is measured of a window against its references: the model's evidence, its parts, and what needs no training. */
final class Yardsticks {
    private final Scorer trained;
    private final Scorer untrained;
    /** Indices, among the inputs of the fusion, of those that are measures of their own. */
    private final List<Integer> inputs = new ArrayList<>();

    private final List<Measure> measures = new ArrayList<>();

    Yardsticks(EvidenceModel model, Weights untrained) {
        this.trained = new Scorer(model);
        this.untrained = new Scorer(withWeights(model, untrained));
        measures.add(Measure.EVIDENCE);
        measures.add(Measure.DISTANCE);
        List<String> names = model.fusion().names();
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).equals("distance")) {
                inputs.add(i);
                measures.add(Measure.ofInput(names.get(i)));
            }
        }
        measures.add(Measure.UNTRAINED);
        measures.add(Measure.PLAIN);
    }

    private static EvidenceModel withWeights(EvidenceModel model, Weights weights) {
        return new EvidenceModel(
                model.layout(),
                model.scaling(),
                model.spec(),
                weights,
                model.behaviour(),
                model.summary(),
                model.fixed(),
                model.cohort(),
                model.usage(),
                model.halfLife(),
                model.confidence(),
                model.fusion(),
                model.limit());
    }

    /** In the order of the values; the evidence and the distance come first. */
    List<Measure> measures() {
        return measures;
    }

    /** Where the encoder places a window. */
    float[] embed(Window window) {
        return trained.embed(window);
    }

    /** For comparisons with these references, oldest first. */
    Against against(String entity, List<Window> references) {
        return new Against(entity, references);
    }

    /** The measures against the references of one entity. */
    final class Against {
        private final References known;
        private final References knownUntrained;
        private final PlainDistance plain;

        private Against(String entity, List<Window> references) {
            known = trained.references(entity, references);
            known.endingBefore(Long.MAX_VALUE);
            knownUntrained = untrained.references(entity, references);
            knownUntrained.endingBefore(Long.MAX_VALUE);
            plain = PlainDistance.to(references.stream().map(trained::summarise).toList());
        }

        /** One value for each measure, higher where the window is less alike. */
        double[] measure(Window window) {
            Comparison comparison = trained.compare(window, known);
            double[] parts = comparison.inputs();
            double[] values = new double[measures.size()];
            int next = 0;
            values[next++] = comparison.evidence();
            values[next++] = comparison.distance();
            for (int input : inputs) {
                values[next++] = parts[input];
            }
            values[next++] = untrained.compare(window, knownUntrained).distance();
            values[next] = plain.of(trained.summarise(window));
            return values;
        }
    }
}
