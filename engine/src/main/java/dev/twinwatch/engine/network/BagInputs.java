package dev.twinwatch.engine.network;

import dev.twinwatch.engine.features.Inputs;

/**
 * What a bag reads of a window beside its summary: for each category the damped counts log(1 + n) of its buckets, scaled to
 * L2 norm 1.
 *
 * <p>The trainer feeds its network from here too, so that both read the same numbers.
 */
public final class BagInputs {
    private final int[] distinct;
    private final float[] damped;
    private final float[] weights;
    private int values;

    /** Buffers for windows of at most {@code length} events. */
    public BagInputs(int length) {
        distinct = new int[length];
        weights = new float[length];
        damped = new float[length + 1];
        for (int times = 1; times <= length; times++) {
            damped[times] = (float) Math.log1p(times);
        }
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
            weights[i] = damped[(int) weights[i]];
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
}
