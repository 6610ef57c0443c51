package dev.twinwatch.bench.quality.measure;

import java.util.List;

/** Logistic regression on standardised inputs, with a penalty of half the squared weights as is usual. */
public final class LogisticRegression {
    private static final int MOST_STEPS = 50;
    private static final double SETTLED = 1e-8;

    private final double[] mean;
    private final double[] scale;
    private final double[] weights;

    private LogisticRegression(double[] mean, double[] scale, double[] weights) {
        this.mean = mean;
        this.scale = scale;
        this.weights = weights;
    }

    /** Fits by Newton's method; a constant input counts for nothing. */
    public static LogisticRegression fit(List<double[]> rows, boolean[] positive) {
        int inputs = rows.get(0).length;
        double[] mean = new double[inputs];
        double[] scale = new double[inputs];
        for (int i = 0; i < inputs; i++) {
            int input = i;
            mean[i] = rows.stream().mapToDouble(r -> r[input]).average().orElse(0);
            double variance = rows.stream()
                    .mapToDouble(r -> (r[input] - mean[input]) * (r[input] - mean[input]))
                    .average()
                    .orElse(0);
            scale[i] = variance > 0 ? Math.sqrt(variance) : 1;
        }
        LogisticRegression model = new LogisticRegression(mean, scale, new double[inputs + 1]);
        for (int step = 0; step < MOST_STEPS && model.improve(rows, positive) > SETTLED; step++) {
            // until it stands still
        }
        return model;
    }

    /** One step; returns the largest change of a weight. */
    private double improve(List<double[]> rows, boolean[] positive) {
        int size = weights.length;
        double[] gradient = new double[size];
        double[][] curvature = new double[size][size];
        for (int r = 0; r < positive.length; r++) {
            double[] x = standardised(rows.get(r));
            double probability = 1 / (1 + Math.exp(-product(x)));
            double error = (positive[r] ? 1 : 0) - probability;
            double spread = probability * (1 - probability);
            for (int i = 0; i < size; i++) {
                gradient[i] += error * x[i];
                for (int j = 0; j <= i; j++) {
                    curvature[i][j] += spread * x[i] * x[j];
                }
            }
        }
        // The bias, which stands last, is free.
        for (int i = 0; i < size - 1; i++) {
            gradient[i] -= weights[i];
            curvature[i][i] += 1;
        }
        double[] change = Cholesky.of(curvature).solve(gradient);
        double largest = 0;
        for (int i = 0; i < size; i++) {
            weights[i] += change[i];
            largest = Math.max(largest, Math.abs(change[i]));
        }
        return largest;
    }

    private double[] standardised(double[] row) {
        double[] x = new double[weights.length];
        for (int i = 0; i < row.length; i++) {
            x[i] = (row[i] - mean[i]) / scale[i];
        }
        x[row.length] = 1;
        return x;
    }

    private double product(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += weights[i] * x[i];
        }
        return sum;
    }

    /** Logarithm of the odds. */
    public double score(double[] row) {
        return product(standardised(row));
    }
}
