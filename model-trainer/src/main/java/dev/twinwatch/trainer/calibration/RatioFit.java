package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.evidence.LikelihoodRatio;
import dev.twinwatch.trainer.history.HistoryException;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Fits a {@link LikelihoodRatio}: the scatter within entities W and between them B, each shrunk towards its diagonal, then
 * the map that makes W the identity and B diagonal.
 *
 * <p>Source of the two-covariance model: Ioffe, "Probabilistic linear discriminant analysis", 2006.
 */
final class RatioFit {
    /** Directions in which entities differ by less than this share of their own scatter carry no evidence. */
    private static final double LEAST_BETWEEN = 0.02;
    /** Added to each variance within, as a share of the average one: constant or collinear inputs do no harm. */
    private static final double RIDGE = 1e-3;

    private RatioFit() {}

    /** A ratio that says nothing of so many inputs. */
    static LikelihoodRatio none(int inputs) {
        return LikelihoodRatio.of(new float[inputs], new float[0], new float[0]);
    }

    /**
     * Fits.
     *
     * @param byEntity points of each entity, oldest first, all of the same number of inputs
     * @throws HistoryException where no entity has a point
     */
    static LikelihoodRatio fit(List<List<float[]>> byEntity) {
        List<List<float[]>> usable =
                byEntity.stream().filter(points -> points.size() >= 2).toList();
        int inputs = byEntity.stream()
                .flatMap(List::stream)
                .findFirst()
                .orElseThrow(() -> new HistoryException("none of " + byEntity.size() + " entities to calibrate on has a"
                        + " window of events: bring more events of each, or lower sequence.minimum in the watch"))
                .length;
        if (inputs == 0 || usable.size() < 2) {
            return none(inputs);
        }
        double[] mean = mean(usable, inputs);
        RealMatrix within = new Array2DRowRealMatrix(inputs, inputs);
        RealMatrix between = new Array2DRowRealMatrix(inputs, inputs);
        double degrees = 0;
        double sizes = 0;
        for (List<float[]> points : usable) {
            double[] own = mean(List.of(points), inputs);
            for (float[] point : points) {
                addSquare(within, difference(point, own), 1);
            }
            addSquare(between, difference(own, mean), 1.0 / usable.size());
            degrees += points.size() - 1;
            sizes += 1.0 / points.size();
        }
        within = within.scalarMultiply(1 / degrees);
        between = between.subtract(within.scalarMultiply(sizes / usable.size()));
        double ridge = RIDGE * Math.max(within.getTrace() / inputs, 1e-9);
        return diagonalise(
                mean,
                shrunk(within, inputs / (degrees + inputs), ridge),
                shrunk(between, inputs / (double) (inputs + usable.size()), 0));
    }

    private static LikelihoodRatio diagonalise(double[] mean, RealMatrix within, RealMatrix between) {
        int inputs = mean.length;
        EigenDecomposition own = new EigenDecomposition(within);
        RealMatrix whitening = own.getV().copy();
        for (int j = 0; j < inputs; j++) {
            double factor = 1 / Math.sqrt(Math.max(own.getRealEigenvalue(j), 1e-12));
            for (int i = 0; i < inputs; i++) {
                whitening.multiplyEntry(i, j, factor);
            }
        }
        RealMatrix rotated = whitening.transpose().multiply(between).multiply(whitening);
        EigenDecomposition others = new EigenDecomposition(symmetric(rotated));
        int outputs = 0;
        while (outputs < inputs && others.getRealEigenvalue(outputs) > LEAST_BETWEEN) {
            outputs++;
        }
        RealMatrix full = whitening.multiply(others.getV());
        float[] map = new float[inputs * outputs];
        float[] variances = new float[outputs];
        for (int j = 0; j < outputs; j++) {
            variances[j] = (float) others.getRealEigenvalue(j);
            for (int i = 0; i < inputs; i++) {
                map[i * outputs + j] = (float) full.getEntry(i, j);
            }
        }
        float[] centre = new float[inputs];
        for (int i = 0; i < inputs; i++) {
            centre[i] = (float) mean[i];
        }
        return LikelihoodRatio.of(centre, map, variances);
    }

    /** Rounding leaves a product a little asymmetric, which would make eigenvalues complex. */
    private static RealMatrix symmetric(RealMatrix matrix) {
        return matrix.add(matrix.transpose()).scalarMultiply(0.5);
    }

    /** Off the diagonal less by a share, on it more by the ridge. */
    private static RealMatrix shrunk(RealMatrix matrix, double towardsDiagonal, double ridge) {
        int size = matrix.getRowDimension();
        double[] diagonal = new double[size];
        for (int i = 0; i < size; i++) {
            diagonal[i] = towardsDiagonal * matrix.getEntry(i, i) + ridge;
        }
        return symmetric(
                matrix.scalarMultiply(1 - towardsDiagonal).add(MatrixUtils.createRealDiagonalMatrix(diagonal)));
    }

    private static double[] mean(List<List<float[]>> byEntity, int inputs) {
        double[] total = new double[inputs];
        for (List<float[]> points : byEntity) {
            for (float[] point : points) {
                for (int i = 0; i < inputs; i++) {
                    total[i] += point[i] / (double) points.size() / byEntity.size();
                }
            }
        }
        return total;
    }

    private static double[] difference(float[] point, double[] from) {
        double[] difference = new double[from.length];
        for (int i = 0; i < from.length; i++) {
            difference[i] = point[i] - from[i];
        }
        return difference;
    }

    private static double[] difference(double[] point, double[] from) {
        double[] difference = point.clone();
        for (int i = 0; i < from.length; i++) {
            difference[i] -= from[i];
        }
        return difference;
    }

    private static void addSquare(RealMatrix sum, double[] vector, double weight) {
        for (int i = 0; i < vector.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                sum.addToEntry(i, j, weight * vector[i] * vector[j]);
            }
        }
    }
}
