package dev.twinwatch.trainer.evaluation;

import java.util.List;

/** Scaled Manhattan distance: the plainest thing that is any good where events align. */
final class PlainDistance {
    /** Few references may all be equal; inputs are standardised, so that this is a twentieth of the population's spread. */
    private static final double LEAST_SPREAD = 0.05;

    private final double[] mean;
    private final double[] spread;

    private PlainDistance(double[] mean, double[] spread) {
        this.mean = mean;
        this.spread = spread;
    }

    /** To references, at least one, of equal length. */
    static PlainDistance to(List<float[]> references) {
        double[] mean = new double[references.get(0).length];
        double[] spread = new double[mean.length];
        for (int f = 0; f < mean.length; f++) {
            int at = f;
            double average = references.stream()
                    .mapToDouble(reference -> reference[at])
                    .average()
                    .orElseThrow();
            mean[f] = average;
            spread[f] = Math.max(
                    LEAST_SPREAD,
                    references.stream()
                            .mapToDouble(reference -> Math.abs(reference[at] - average))
                            .average()
                            .orElseThrow());
        }
        return new PlainDistance(mean, spread);
    }

    /** Mean absolute deviations away from the mean, added up over all features. */
    double of(float[] features) {
        double sum = 0;
        for (int f = 0; f < mean.length; f++) {
            sum += Math.abs(features[f] - mean[f]) / spread[f];
        }
        return sum;
    }
}
