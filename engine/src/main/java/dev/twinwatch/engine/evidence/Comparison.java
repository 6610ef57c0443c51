package dev.twinwatch.engine.evidence;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What comparing one window with its entity's references gave; equal where all its numbers are. */
public final class Comparison {
    private final double evidence;
    private final double distance;
    private final double[] inputs;
    private final double stake;

    Comparison(double evidence, double distance, double[] inputs) {
        this(evidence, distance, inputs, 0);
    }

    private Comparison(double evidence, double distance, double[] inputs, double stake) {
        this.evidence = evidence;
        this.distance = distance;
        this.inputs = inputs;
        this.stake = stake;
    }

    /** The same with more evidence. */
    Comparison moreBy(double much) {
        return new Comparison(evidence + much, distance, inputs, stake);
    }

    /** The same where more or less than usual is at stake. */
    Comparison staking(double logarithm) {
        return new Comparison(evidence, distance, inputs, logarithm);
    }

    /**
     * What is compared with the limit: the evidence, and where the watch names an amount the logarithm of how many times the
     * usual one it is, within {@value Scorer#LARGEST_STAKE} either way. Over a limit of it, amount times probability is. What is
     * the entity's own stays so whatever it is worth.
     */
    public double urgency() {
        return evidence < 0 ? evidence + Math.min(0, stake) : evidence + stake;
    }

    /** Log likelihood ratio, over 0 is unlike the entity; finite. Likeness to confirmed frauds is in it, and in no input. */
    public double evidence() {
        return evidence;
    }

    /** Distance of the embedding to the mean reference in the metric of the watch; 1 without references. */
    public double distance() {
        return distance;
    }

    /** The pieces of evidence in the order of the fusion, copied. */
    public double[] inputs() {
        return inputs.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Comparison that
                && Double.compare(evidence, that.evidence) == 0
                && Double.compare(distance, that.distance) == 0
                && Double.compare(stake, that.stake) == 0
                && Arrays.equals(inputs, that.inputs);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Double.hashCode(evidence) + Double.hashCode(distance)) + Arrays.hashCode(inputs);
    }

    @Override
    public String toString() {
        return "Comparison[evidence=" + evidence + ", distance=" + distance + ", inputs=" + Arrays.toString(inputs)
                + "]";
    }
}
