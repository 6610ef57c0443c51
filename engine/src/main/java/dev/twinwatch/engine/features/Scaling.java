package dev.twinwatch.engine.features;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the training data said about each dense input: mean and deviation after bending, and the ranks of `scale: rank`.
 * Shape [dense inputs].
 */
public final class Scaling {
    /** A standardised value is clipped here, so that an absurd number cannot drown the rest of a window. */
    public static final float CLIP = 6f;

    private final float[] means;
    private final float[] deviations;
    /** What a number is counted in before its logarithm is taken. */
    private final float[] units;

    private final Map<Integer, float[]> ranks;
    /** While the training data is measured, values pass as they are, missing ones included. */
    private final boolean measuring;

    private Scaling(float[] means, float[] deviations, float[] units, Map<Integer, float[]> ranks, boolean measuring) {
        this.units = units;
        this.means = means;
        this.deviations = deviations;
        this.ranks = ranks;
        this.measuring = measuring;
    }

    /**
     * Checked and copied.
     *
     * @param ranks sorted training values (raw) by the index of the dense input that is scaled by rank
     */
    public static Scaling of(float[] means, float[] deviations, Map<Integer, float[]> ranks) {
        if (means.length != deviations.length) {
            throw new IllegalArgumentException(
                    "scaling has " + means.length + " means and " + deviations.length + " deviations");
        }
        for (int i = 0; i < means.length; i++) {
            if (!Float.isFinite(means[i]) || !(deviations[i] > 0) || !Float.isFinite(deviations[i])) {
                throw new IllegalArgumentException("scaling of dense input " + i + " has mean " + means[i]
                        + " and deviation " + deviations[i] + ": train again");
            }
        }
        Map<Integer, float[]> copies = new TreeMap<>();
        ranks.forEach((i, values) -> copies.put(i, values.clone()));
        return new Scaling(means.clone(), deviations.clone(), ones(means.length), copies, false);
    }

    /** The same, for numbers on a logarithmic scale that are counted in units of their own; shape [dense inputs], over 0. */
    public Scaling inUnits(float[] others) {
        if (others.length != means.length) {
            throw new IllegalArgumentException(
                    "scaling has " + means.length + " means and " + others.length + " units");
        }
        for (int i = 0; i < others.length; i++) {
            if (!(others[i] > 0) || !Float.isFinite(others[i])) {
                throw new IllegalArgumentException(
                        "scaling of dense input " + i + " has unit " + others[i] + ": train again");
            }
        }
        return new Scaling(means, deviations, others.clone(), ranks, measuring);
    }

    /** Mean 0 and deviation 1: values are only bent and clipped. */
    public static Scaling none(int inputs) {
        return of(new float[inputs], ones(inputs), Map.of());
    }

    private static float[] ones(int inputs) {
        float[] ones = new float[inputs];
        Arrays.fill(ones, 1f);
        return ones;
    }

    static Scaling measuring(int inputs, Map<Integer, float[]> ranks) {
        return new Scaling(new float[inputs], new float[inputs], ones(inputs), ranks, true);
    }

    /** Number of dense inputs. */
    public int inputs() {
        return means.length;
    }

    /** Means, copied. */
    public float[] means() {
        return means.clone();
    }

    /** Deviations, copied. */
    public float[] deviations() {
        return deviations.clone();
    }

    /** Units, copied; 1 where none was given. */
    public float[] units() {
        return units.clone();
    }

    /** A raw number in the unit of its input. */
    float inUnit(int input, float raw) {
        return raw / units[input];
    }

    /** Sorted training values of the inputs scaled by rank. */
    public Map<Integer, float[]> ranks() {
        return Map.copyOf(ranks);
    }

    /** Standardises one bent value; a missing one (NaN) becomes 0, the mean. */
    float standardise(int input, float bent) {
        if (measuring) {
            return bent;
        }
        if (Float.isNaN(bent)) {
            return 0;
        }
        float value = (bent - means[input]) / deviations[input];
        return Math.max(-CLIP, Math.min(CLIP, value));
    }

    /** Share of training values below, 0 to 1. */
    float rank(int input, float raw) {
        float[] sorted = ranks.get(input);
        if (sorted == null || Float.isNaN(raw)) {
            return raw;
        }
        int below = 0;
        int above = sorted.length;
        while (below < above) {
            int middle = (below + above) >>> 1;
            if (sorted[middle] < raw) {
                below = middle + 1;
            } else {
                above = middle;
            }
        }
        return below / (float) sorted.length;
    }
}
