package dev.twinwatch.engine.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some references of one entity taken together: weighted means of where they lie, and how often each value was used. Newer
 * references weigh more: the weight halves with every half-life of the model. One that is shorter than the encoder's window
 * weighs by its share of it, as its place is that much noisier.
 */
final class Pool {
    final float[] embedding;
    final float[] behaviour;
    final float[] averages;
    final ValueCounts[] values;
    /** Effective number of references; 0 where there are none, and then nothing else has a meaning. */
    final double effective;

    private final EvidenceModel model;
    private @Nullable Ratios ratios;

    /** Both ratios for windows of one noise, which only short windows change. */
    record Ratios(double noise, LikelihoodRatio.Against behaviour, LikelihoodRatio.Against averages) {}

    /** Of references in the order of their events. */
    Pool(EvidenceModel model, Recency recency, List<Reference> references) {
        this.model = model;
        Placed any = references.isEmpty() ? Placed.NOWHERE : references.get(0).placed();
        embedding = new float[any.embedding().length];
        behaviour = new float[any.behaviour().length];
        averages = new float[any.averages().length];
        values = new ValueCounts[model.usage().size()];
        for (int c = 0; c < values.length; c++) {
            values[c] = new ValueCounts();
        }
        double weights = 0;
        double squares = 0;
        for (int i = 0; i < references.size(); i++) {
            double recent = recency.weight(references.size() - 1 - i);
            double weight = recent * references.get(i).share();
            weights += weight;
            squares += recent * weight;
            Placed placed = references.get(i).placed();
            addScaled(embedding, placed.embedding(), (float) weight);
            addScaled(behaviour, placed.behaviour(), (float) weight);
            addScaled(averages, placed.averages(), (float) weight);
            for (int c = 0; c < values.length; c++) {
                // a short window has fewer values by itself
                references.get(i).values().get(c).addTo(values[c], (float) recent);
            }
        }
        addScaled(embedding, embedding, (float) (1 / weights - 1));
        addScaled(behaviour, behaviour, (float) (1 / weights - 1));
        addScaled(averages, averages, (float) (1 / weights - 1));
        effective = references.isEmpty() ? 0 : weights * weights / squares;
    }

    boolean isEmpty() {
        return effective == 0;
    }

    /** Of a window whose noise this is. */
    Ratios ratios(double noise) {
        if (ratios == null || ratios.noise() != noise) {
            ratios = new Ratios(
                    noise,
                    model.behaviour().against(behaviour, effective, noise),
                    model.averages().against(averages, effective, noise));
        }
        return ratios;
    }

    private static void addScaled(float[] sum, float[] values, float factor) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += values[i] * factor;
        }
    }
}
