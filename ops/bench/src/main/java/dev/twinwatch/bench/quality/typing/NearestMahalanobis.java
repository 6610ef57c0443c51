package dev.twinwatch.bench.quality.typing;

import dev.twinwatch.bench.quality.measure.Cholesky;

/** Distance to the nearest own repetition, in the coordinates in which all own ones scatter by 1 in every direction. */
final class NearestMahalanobis {
    private NearestMahalanobis() {}

    static PlainDetectors.Detector of(double[][] own) {
        Cholesky scatter = Cholesky.of(covariance(own));
        double[][] placed = new double[own.length][];
        for (int r = 0; r < own.length; r++) {
            placed[r] = scatter.whiten(own[r]);
        }
        return repetition -> {
            double[] point = scatter.whiten(repetition);
            double nearest = Double.POSITIVE_INFINITY;
            for (double[] other : placed) {
                double squares = 0;
                for (int i = 0; i < point.length && squares < nearest; i++) {
                    squares += (point[i] - other[i]) * (point[i] - other[i]);
                }
                nearest = Math.min(nearest, squares);
            }
            return nearest;
        };
    }

    private static double[][] covariance(double[][] rows) {
        double[] mean = PlainDetectors.mean(rows);
        int size = mean.length;
        double[][] covariance = new double[size][size];
        for (double[] row : rows) {
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    covariance[i][j] += (row[i] - mean[i]) * (row[j] - mean[j]) / (rows.length - 1);
                }
            }
        }
        return covariance;
    }
}
