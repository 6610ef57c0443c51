package dev.twinwatch.engine.evidence;

import dev.twinwatch.engine.features.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The references of one entity under one model, and what is computed from those that count.
 *
 * <p>A reference counts once the window that is compared shares no event with it. Newer references weigh more: the weight
 * halves with every half-life of the model.
 */
public final class References {
    private final List<Placed> all = new ArrayList<>();
    private final double halfLife;
    private int counting = -1;

    float[] embedding = new float[0];
    float[] behaviour = new float[0];
    float[] averages = new float[0];
    ValueCounts[] values = new ValueCounts[0];
    double effective;

    References(double halfLife) {
        this.halfLife = halfLife;
    }

    void add(Placed reference) {
        all.add(reference);
        counting = -1;
    }

    /** Forgets all but those windows, known by their last event. */
    void keepOnly(Set<Long> lastNumbers) {
        all.removeIf(placed -> !lastNumbers.contains(placed.window().lastNumber()));
        counting = -1;
    }

    /** Lets exactly those references count that end before an event; returns how many. */
    public int endingBefore(long eventNumber) {
        int now = all.size();
        while (now > 0 && all.get(now - 1).window().lastNumber() >= eventNumber) {
            now--;
        }
        if (now != counting) {
            counting = now;
            summarise(all.subList(0, now));
        }
        return now;
    }

    private void summarise(List<Placed> references) {
        effective = 0;
        if (references.isEmpty()) {
            return;
        }
        Placed any = references.get(0);
        embedding = new float[any.embedding().length];
        behaviour = new float[any.behaviour().length];
        averages = new float[any.averages().length];
        int categories = any.window().layout().categories().size();
        values = new ValueCounts[categories];
        for (int c = 0; c < categories; c++) {
            values[c] = new ValueCounts();
        }
        double weights = 0;
        double squares = 0;
        for (int i = 0; i < references.size(); i++) {
            double weight = Math.pow(0.5, (references.size() - 1 - i) / halfLife);
            weights += weight;
            squares += weight * weight;
            Placed reference = references.get(i);
            addScaled(embedding, reference.embedding(), (float) weight);
            addScaled(behaviour, reference.behaviour(), (float) weight);
            addScaled(averages, reference.averages(), (float) weight);
            count(reference.window(), (float) weight);
        }
        addScaled(embedding, embedding, (float) (1 / weights - 1));
        addScaled(behaviour, behaviour, (float) (1 / weights - 1));
        addScaled(averages, averages, (float) (1 / weights - 1));
        effective = weights * weights / squares;
    }

    private void count(Window window, float weight) {
        for (int c = 0; c < values.length; c++) {
            for (int i = 0; i < window.events(); i++) {
                values[c].add(window.category(i, c), weight);
            }
        }
    }

    private static void addScaled(float[] sum, float[] values, float factor) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += values[i] * factor;
        }
    }
}
