package dev.twinwatch.engine.evidence;

import dev.twinwatch.engine.features.Featurizer;
import dev.twinwatch.engine.features.Inputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The references of one entity under one model, and what is computed from those that count.
 *
 * <p>A reference counts once the window that is compared shares no event with it. Newer references weigh more: the weight
 * halves with every half-life of the model. One that is shorter than the encoder's window weighs by its share of it, as its
 * place is that much noisier.
 */
public final class References {
    private final List<Reference> all = new ArrayList<>();
    private final EvidenceModel model;
    private final Recency recency;
    private int counting = -1;

    private @Nullable Inputs rows;
    private @Nullable Ratios ratios;
    float[] behaviour = new float[0];
    float[] averages = new float[0];

    float[] embedding = new float[0];
    ValueCounts[] values = new ValueCounts[0];
    double effective;

    /** Both ratios for windows of one noise, which only short windows change. */
    record Ratios(double noise, LikelihoodRatio.Against behaviour, LikelihoodRatio.Against averages) {}

    /** One of them: the number of its last event, its share of a full window, where it lies, its values of each category. */
    private record Reference(long lastNumber, double share, Placed placed, List<UsedValues> values) {}

    References(EvidenceModel model, Recency recency) {
        this.model = model;
        this.recency = recency;
    }

    /** Where the rows of this entity's newest window are kept. */
    Inputs rows(Featurizer featurizer) {
        if (rows == null) {
            rows = featurizer.newInputs();
        }
        return rows;
    }

    /** Of those that count. */
    Ratios ratios(double noise) {
        if (ratios == null || ratios.noise() != noise) {
            ratios = new Ratios(
                    noise,
                    model.behaviour().against(behaviour, effective, noise),
                    model.averages().against(averages, effective, noise));
        }
        return ratios;
    }

    void add(long lastNumber, double share, Placed placed, List<UsedValues> used) {
        all.add(new Reference(lastNumber, share, placed, used));
        counting = -1;
    }

    /** Forgets all but those windows, known by their last event. */
    void keepOnly(Set<Long> lastNumbers) {
        all.removeIf(reference -> !lastNumbers.contains(reference.lastNumber()));
        counting = -1;
    }

    /** Lets exactly those references count that end before an event; returns how many. */
    public int endingBefore(long eventNumber) {
        int now = all.size();
        while (now > 0 && all.get(now - 1).lastNumber() >= eventNumber) {
            now--;
        }
        if (now != counting) {
            counting = now;
            summarise(all.subList(0, now));
        }
        return now;
    }

    private void summarise(List<Reference> references) {
        effective = 0;
        ratios = null;
        if (references.isEmpty()) {
            return;
        }
        Reference any = references.get(0);
        embedding = new float[any.placed().embedding().length];
        behaviour = new float[any.placed().behaviour().length];
        averages = new float[any.placed().averages().length];
        values = new ValueCounts[any.values().size()];
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
        effective = weights * weights / squares;
    }

    private static void addScaled(float[] sum, float[] values, float factor) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += values[i] * factor;
        }
    }
}
