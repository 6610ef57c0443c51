package dev.twinwatch.engine.drift;

import java.util.Arrays;

/** How values spread over bins: shape [bins], each over 0, together 1. */
public final class Shares {
    /** Half an event in each bin beforehand (Krichevsky and Trofimov 1981): a bin without any event is rare, not impossible. */
    private static final double BEFOREHAND = 0.5;
    /** Less than one event in a hundred counts as one: an index goes by the ratio of shares, and so rare a bin would rule it. */
    private static final double RARE = 0.01;
    /** Shares are written as floats. */
    private static final double ROUNDING = 1e-3;

    private final float[] values;

    private Shares(float[] values) {
        this.values = values;
    }

    /** Checked and copied. */
    public static Shares of(float... values) {
        double sum = 0;
        for (float value : values) {
            if (!(value > 0)) {
                throw new IllegalArgumentException("a share is " + value + ", expected over 0: train again");
            }
            sum += value;
        }
        if (!(Math.abs(sum - 1) <= ROUNDING)) {
            throw new IllegalArgumentException(
                    "shares of " + values.length + " bins sum to " + sum + ", expected 1: train again");
        }
        return new Shares(values.clone());
    }

    /** Of counted events by bin. */
    public static Shares counted(long... events) {
        double sum = Arrays.stream(events).sum() + BEFOREHAND * events.length;
        float[] values = new float[events.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((events[i] + BEFOREHAND) / sum);
        }
        return new Shares(values);
    }

    /** All bins alike. */
    public static Shares even(int bins) {
        return counted(new long[bins]);
    }

    /** By bin, copied. */
    public float[] values() {
        return values.clone();
    }

    /** How many bins. */
    public int size() {
        return values.length;
    }

    /** Of one bin, 0 to 1. */
    public double of(int bin) {
        return values[bin];
    }

    /**
     * Population stability index of these shares against usual ones: the sum over bins of {@code (now - usual) * ln(now /
     * usual)}, 0 or more, no unit; of a bin that has less than {@value #RARE}, as if it had that. It is the symmetric divergence of Kullback and Leibler (1951). Usual practice in credit scoring
     * calls less than 0.1 stable and more than {@value Drift#SIGNIFICANT} significant (Lewis 1994, Siddiqi 2006); Yurdakul and
     * Naranjo (2020) show that without any drift n events alone give about (bins - 1) / n.
     */
    public double stabilityIndex(Shares usual) {
        if (usual.values.length != values.length) {
            throw new IllegalArgumentException("shares of " + values.length + " bins cannot be compared with those of "
                    + usual.values.length + ": they were counted for another model");
        }
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            double now = Math.max(RARE, values[i]);
            double before = Math.max(RARE, usual.values[i]);
            sum += (now - before) * Math.log(now / before);
        }
        return sum;
    }
}
