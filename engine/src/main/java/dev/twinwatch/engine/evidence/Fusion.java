package dev.twinwatch.engine.evidence;

import java.util.List;

/**
 * Logistic fusion: one log likelihood ratio from several pieces of evidence.
 *
 * <p>Weights are 0 or more: each input is higher where the window is less like the entity, and a negative weight would
 * only say that the calibration data was small.
 *
 * @param names what each input is, for reasons and reports
 * @param bias added to all
 * @param weights one for each input
 * @param usual average of each input over honest windows: reasons tell how far an input is above it
 */
public record Fusion(List<String> names, double bias, List<Double> weights, List<Double> usual) {
    /** No input counts for more than this much below or above its usual, so that nothing absurd decides alone. */
    private static final double CLIP = 50;

    public Fusion {
        names = List.copyOf(names);
        weights = List.copyOf(weights);
        usual = List.copyOf(usual);
        if (weights.size() != names.size() || usual.size() != names.size()) {
            throw new IllegalArgumentException("fusion has " + names.size() + " names, " + weights.size()
                    + " weights and " + usual.size() + " usual values: they must be as many");
        }
        for (double weight : weights) {
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException("fusion has weight " + weight + ", expected 0 or more");
            }
        }
        for (double value : usual) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("fusion has usual value " + value + ", expected a finite number");
            }
        }
        if (!Double.isFinite(bias)) {
            throw new IllegalArgumentException("fusion has bias " + bias + ", expected a finite number");
        }
    }

    /** Evidence of inputs in the order of the names, finite. */
    public double evidence(double[] inputs) {
        double sum = bias;
        for (int i = 0; i < inputs.length; i++) {
            sum += contribution(i, inputs[i]) + weights.get(i) * usual.get(i);
        }
        return sum;
    }

    /** How much one input adds beyond what it adds for an honest window. */
    public double contribution(int input, double value) {
        double off = Math.max(-CLIP, Math.min(CLIP, value - usual.get(input)));
        return weights.get(input) * off;
    }
}
