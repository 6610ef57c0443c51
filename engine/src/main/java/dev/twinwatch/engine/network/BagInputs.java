package dev.twinwatch.engine.network;

import dev.twinwatch.engine.features.Inputs;

/**
 * What a bag reads of a window: for each category the damped counts log(1 + n) of its buckets, scaled to L2 norm 1, and
 * for each dense input its average and its deviation over the window's events.
 *
 * <p>The trainer feeds its network from here too, so that both read the same numbers.
 */
public final class BagInputs {
    private final int[] distinct;
    private final float[] weights;
    private final float[] summary;
    private int values;

    /** Buffers for windows of at most {@code length} events. */
    public BagInputs(int length, int denseInputs) {
        distinct = new int[length];
        weights = new float[length];
        summary = new float[2 * denseInputs];
    }

    /** Counts one category of the window; then {@link #values()}, {@link #bucket} and {@link #weight} speak of it. */
    public void count(Inputs window, int category) {
        values = 0;
        for (int i = 0; i < window.events(); i++) {
            int bucket = window.bucket(i, category);
            int at = 0;
            while (at < values && distinct[at] != bucket) {
                at++;
            }
            if (at == values) {
                distinct[values] = bucket;
                weights[values++] = 0;
            }
            weights[at]++;
        }
        double squares = 0;
        for (int i = 0; i < values; i++) {
            weights[i] = (float) Math.log1p(weights[i]);
            squares += weights[i] * weights[i];
        }
        float factor = (float) (1 / Math.sqrt(squares));
        for (int i = 0; i < values; i++) {
            weights[i] *= factor;
        }
    }

    /** Distinct buckets in the window. */
    public int values() {
        return values;
    }

    /** The i-th distinct bucket. */
    public int bucket(int i) {
        return distinct[i];
    }

    /** Its damped, normalised count. */
    public float weight(int i) {
        return weights[i];
    }

    /** Averages of the dense inputs, then their deviations, shape [2 x denseInputs]; valid until the next call. */
    public float[] summarise(Inputs window) {
        int inputs = summary.length / 2;
        int events = window.events();
        for (int d = 0; d < inputs; d++) {
            double sum = 0;
            for (int i = 0; i < events; i++) {
                sum += window.dense(i, d);
            }
            double mean = sum / events;
            double squares = 0;
            for (int i = 0; i < events; i++) {
                double off = window.dense(i, d) - mean;
                squares += off * off;
            }
            summary[d] = (float) mean;
            summary[inputs + d] = (float) Math.sqrt(squares / events);
        }
        return summary;
    }
}
