package dev.twinwatch.engine.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * Logistic fusion: one log likelihood ratio from several pieces of evidence, against one or more alternatives to the entity
 * itself, such as somebody else, or the same habits with larger numbers. It is the logarithm of the sum of their likelihood
 * ratios, so that what speaks for one of them need not speak for the others.
 *
 * <p>Weights are 0 or more: each input is higher where the window is less like the entity, and a negative weight would
 * only say that the calibration data was small.
 *
 * @param names what each input is, for reasons and reports
 * @param alternatives at least one
 * @param usual average of each input over honest windows
 */
public record Fusion(List<String> names, List<Alternative> alternatives, List<Double> usual) {
    /** No input counts for more than this much below or above its usual, so that nothing absurd decides alone. */
    private static final double CLIP = 50;

    /**
     * How the inputs speak for one alternative.
     *
     * @param bias added to all; the lower, the less likely the alternative is before anything is seen
     * @param weights one for each input
     */
    public record Alternative(double bias, List<Double> weights) {
        public Alternative {
            weights = List.copyOf(weights);
            for (double weight : weights) {
                if (!(weight >= 0) || Double.isInfinite(weight)) {
                    throw new IllegalArgumentException("fusion has weight " + weight + ", expected 0 or more");
                }
            }
            if (!Double.isFinite(bias)) {
                throw new IllegalArgumentException("fusion has bias " + bias + ", expected a finite number");
            }
        }

        /** The same alternative where it is one of several, and this likely among them. */
        Alternative withShare(double share) {
            return lessLikelyBy(-Math.log(share));
        }

        /** The same with a log likelihood ratio that is lower by this much. */
        public Alternative lessLikelyBy(double much) {
            return new Alternative(bias - much, weights);
        }
    }

    public Fusion {
        names = List.copyOf(names);
        alternatives = List.copyOf(alternatives);
        usual = List.copyOf(usual);
        if (alternatives.isEmpty()) {
            throw new IllegalArgumentException("fusion has no alternative, expected at least one: train again");
        }
        for (Alternative alternative : alternatives) {
            if (alternative.weights().size() != names.size() || usual.size() != names.size()) {
                throw new IllegalArgumentException("fusion has " + names.size() + " names, "
                        + alternative.weights().size() + " weights and " + usual.size()
                        + " usual values: they must be as many");
            }
        }
        for (double value : usual) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("fusion has usual value " + value + ", expected a finite number");
            }
        }
    }

    /** Against one alternative. */
    public Fusion(List<String> names, double bias, List<Double> weights, List<Double> usual) {
        this(names, List.of(new Alternative(bias, weights)), usual);
    }

    /** Against another one too, which is this likely beside those here; usual values stay. */
    public Fusion or(Fusion other, double share) {
        List<Alternative> all = new ArrayList<>();
        alternatives.forEach(a -> all.add(a.withShare(1 - share)));
        other.alternatives.forEach(a -> all.add(a.withShare(share)));
        return new Fusion(names, all, usual);
    }

    /** The same inputs against other alternatives. */
    public Fusion with(List<Alternative> others) {
        return new Fusion(names, others, usual);
    }

    /** Evidence of inputs in the order of the names, finite. */
    public double evidence(double[] inputs) {
        double evidence = ratio(alternatives.get(0), inputs);
        for (int a = 1; a < alternatives.size(); a++) {
            evidence = logOfSum(evidence, ratio(alternatives.get(a), inputs));
        }
        return evidence;
    }

    private double ratio(Alternative alternative, double[] inputs) {
        double sum = alternative.bias();
        for (int i = 0; i < inputs.length; i++) {
            sum += alternative.weights().get(i) * (off(i, inputs[i]) + usual.get(i));
        }
        return sum;
    }

    private double off(int input, double value) {
        return Math.max(-CLIP, Math.min(CLIP, value - usual.get(input)));
    }

    private static double logOfSum(double one, double other) {
        return Math.max(one, other) + Math.log1p(Math.exp(-Math.abs(one - other)));
    }
}
