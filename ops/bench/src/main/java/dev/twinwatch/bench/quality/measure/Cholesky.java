package dev.twinwatch.bench.quality.measure;

/**
 * A symmetric matrix without negative extent as the product of a lower triangle and its transpose.
 *
 * <p>Columns that the ones before add up to have no extent of their own and are left out, as by a pseudo-inverse.
 */
public final class Cholesky {
    /** Smaller shares of a column's own extent are rounding. */
    private static final double LEAST_SHARE = 1e-9;

    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /** Of a matrix of shape [size][size], of which the lower triangle is read. */
    public static Cholesky of(double[][] matrix) {
        int size = matrix.length;
        double[][] lower = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= lower[i][k] * lower[j][k];
                }
                if (i == j) {
                    lower[i][i] = rest > LEAST_SHARE * matrix[i][i] ? Math.sqrt(rest) : 0;
                } else {
                    lower[i][j] = lower[j][j] == 0 ? 0 : rest / lower[j][j];
                }
            }
        }
        return new Cholesky(lower);
    }

    /** The solution y of L y = x: in these coordinates the matrix is the unit matrix. */
    public double[] whiten(double[] x) {
        double[] y = new double[lower.length];
        for (int i = 0; i < y.length; i++) {
            double rest = x[i];
            for (int k = 0; k < i; k++) {
                rest -= lower[i][k] * y[k];
            }
            y[i] = lower[i][i] == 0 ? 0 : rest / lower[i][i];
        }
        return y;
    }

    /** The solution z of the matrix times z = x. */
    public double[] solve(double[] x) {
        double[] z = whiten(x);
        for (int i = z.length - 1; i >= 0; i--) {
            double rest = z[i];
            for (int k = i + 1; k < z.length; k++) {
                rest -= lower[k][i] * z[k];
            }
            z[i] = lower[i][i] == 0 ? 0 : rest / lower[i][i];
        }
        return z;
    }
}
