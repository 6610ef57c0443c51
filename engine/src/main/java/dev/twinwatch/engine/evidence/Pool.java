package dev.twinwatch.engine.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some references of one entity taken together: weighted means of where they lie, and how often each value was used. Newer
 * references weigh more: the weight halves with every half-life of the model. One that is shorter than the encoder's window
 * weighs by its share of it, as its place is that much noisier.
 */
final class Pool {
    private static final double SOFTNESS = 0.1;

    final float[] embedding;
    final float[] behaviour;
    final float[] fixed;
    final ValueCounts[] values;
    /** Embedding of each reference, and its weight as a share of all. */
    private final Points embeddings;

    private final double[] shares;
    /** Effective number of references; 0 where there are none, and then nothing else has a meaning. */
    final double effective;

    private final EvidenceModel model;
    private @Nullable Ratios ratios;

    /** Both ratios for windows of one noise, which only short windows change. */
    record Ratios(double noise, LikelihoodRatio.Against behaviour, LikelihoodRatio.Against fixed) {}

    /** Of references in the order of their events. */
    Pool(EvidenceModel model, Recency recency, List<Reference> references) {
        this.model = model;
        Placed any = references.isEmpty() ? Placed.NOWHERE : references.get(0).placed();
        embedding = new float[any.embedding().length];
        behaviour = new float[any.behaviour().length];
        fixed = new float[any.fixed().length];
        values = new ValueCounts[model.usage().size()];
        for (int c = 0; c < values.length; c++) {
            values[c] = new ValueCounts();
        }
        embeddings = Points.ofZeros(references.size(), embedding.length);
        shares = new double[references.size()];
        double weights = 0;
        double squares = 0;
        for (int i = 0; i < references.size(); i++) {
            double recent = recency.weight(references.size() - 1 - i);
            double weight = recent * references.get(i).share();
            weights += weight;
            squares += recent * weight;
            Placed placed = references.get(i).placed();
            embeddings.put(i, placed.embedding(), 0);
            shares[i] = weight;
            addScaled(embedding, placed.embedding(), (float) weight);
            addScaled(behaviour, placed.behaviour(), (float) weight);
            addScaled(fixed, placed.fixed(), (float) weight);
            for (int c = 0; c < values.length; c++) {
                // a short window has fewer values by itself
                references.get(i).values().get(c).addTo(values[c], (float) recent);
            }
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= weights;
        }
        addScaled(embedding, embedding, (float) (1 / weights - 1));
        addScaled(behaviour, behaviour, (float) (1 / weights - 1));
        addScaled(fixed, fixed, (float) (1 / weights - 1));
        effective = references.isEmpty() ? 0 : weights * weights / squares;
    }

    boolean isEmpty() {
        return effective == 0;
    }

    int size() {
        return shares.length;
    }

    /**
     * How far a point is from the references that are nearest to it: a soft minimum, {@code -t log sum share exp(cosine / t)}
     * with t = {@value #SOFTNESS}. Where an entity has several habits, it lies between none of them, but near one.
     */
    double distanceToNearest(float[] point) {
        float[] cosines = embeddings.products(point);
        double sum = 0;
        for (int i = 0; i < cosines.length; i++) {
            sum += shares[i] * Math.exp(cosines[i] / SOFTNESS);
        }
        return -SOFTNESS * Math.log(sum);
    }

    /** Of a window whose noise this is. */
    Ratios ratios(double noise) {
        if (ratios == null || ratios.noise() != noise) {
            ratios = new Ratios(
                    noise,
                    model.behaviour().against(behaviour, effective, noise),
                    model.fixed().against(fixed, effective, noise));
        }
        return ratios;
    }

    private static void addScaled(float[] sum, float[] values, float factor) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += values[i] * factor;
        }
    }
}
