package dev.twinwatch.engine.evidence;

import java.util.Arrays;

/** How much a reference weighs by its age, counted in references: 0.5 to the power of age over half-life, each computed once. */
final class Recency {
    private final double halfLife;
    private double[] weights = new double[0];

    Recency(double halfLife) {
        this.halfLife = halfLife;
    }

    double weight(int age) {
        if (age >= weights.length) {
            int known = weights.length;
            weights = Arrays.copyOf(weights, Math.max(32, 2 * (age + 1)));
            for (int i = known; i < weights.length; i++) {
                weights[i] = Math.pow(0.5, i / halfLife);
            }
        }
        return weights[age];
    }
}
