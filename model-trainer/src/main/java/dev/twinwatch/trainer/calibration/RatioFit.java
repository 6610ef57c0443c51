package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.evidence.LikelihoodRatio;
import java.util.List;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.descriptive.StatisticalSummary;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * Fits a {@link LikelihoodRatio}: the scatter within entities W and between them B, both shrunk, then the map that makes W
 * the identity and B diagonal.
 *
 * <p>Source of the two-covariance model: Ioffe, "Probabilistic linear discriminant analysis", 2006. Both are shrunk far more
 * than their sampling errors ask for: few entities show a direction in which all others differ too (equal error rate on
 * typing, read off subjects that were not fitted: .068 with 3 % of its trace added to W's diagonal, .036 so).
 */
final class RatioFit {
    /** Directions in which entities differ by less than this share of their own scatter carry no evidence. */
    private static final double LEAST_BETWEEN = 0.02;
    /** Added to each variance within, as a share of itself and again of the average one. */
    private static final double RIDGE = 0.2;
    /** A position further out than so many deviations says no more: a pause, a slip. */
    private static final double REACH = 2;
    /** B keeps its covariances to one half where there are so many entities an input. */
    private static final int ENTITIES_PER_INPUT = 8;

    private RatioFit() {}

    /** A ratio that says nothing of so many inputs. */
    static LikelihoodRatio none(int inputs) {
        return LikelihoodRatio.of(new float[inputs], new float[0], new float[0]);
    }

    /**
     * Fits.
     *
     * @param byEntity points of each entity, oldest first, all of the same number of inputs
     * @throws dev.twinwatch.trainer.history.HistoryException where no entity has a point
     */
    static LikelihoodRatio fit(List<List<float[]>> byEntity) {
        return fit(Scatter.of(byEntity));
    }

    /**
     * The same for points of which single inputs can lie far out: each counts for {@value #REACH} of its deviations at most.
     * Inputs that are averages need no such thing.
     */
    static LikelihoodRatio fitBounded(List<List<float[]>> byEntity) {
        int inputs = byEntity.stream()
                .flatMap(List::stream)
                .findFirst()
                .map(point -> point.length)
                .orElse(0);
        float[] low = new float[inputs];
        float[] high = new float[inputs];
        for (int i = 0; i < inputs; i++) {
            int input = i;
            StatisticalSummary values = byEntity.stream()
                    .flatMap(List::stream)
                    .mapToDouble(point -> point[input])
                    .collect(SummaryStatistics::new, SummaryStatistics::addValue, (a, b) -> {
                        throw new IllegalStateException("one thread only");
                    });
            double reach = REACH * values.getStandardDeviation();
            low[i] = (float) (values.getMean() - reach);
            high[i] = (float) (values.getMean() + reach);
        }
        List<List<float[]>> bounded = byEntity.stream()
                .map(points ->
                        points.stream().map(point -> bounded(point, low, high)).toList())
                .toList();
        return fit(bounded).bounded(low, high);
    }

    private static float[] bounded(float[] point, float[] low, float[] high) {
        float[] bounded = new float[point.length];
        for (int i = 0; i < bounded.length; i++) {
            bounded[i] = Math.max(low[i], Math.min(high[i], point[i]));
        }
        return bounded;
    }

    /** Fits; fewer than two entities say nothing. */
    static LikelihoodRatio fit(Scatter scatter) {
        int inputs = scatter.mean().length;
        if (inputs == 0 || scatter.entities() < 2) {
            return none(inputs);
        }
        double average = RIDGE * Math.max(scatter.within().getTrace() / inputs, 1e-9);
        RealMatrix within = shrunk(scatter.within(), 0, RIDGE, average);
        double wanted = (double) ENTITIES_PER_INPUT * inputs;
        RealMatrix between = shrunk(scatter.between(), wanted / (wanted + scatter.entities()), 0, 0);
        return diagonalise(scatter.mean(), within, between);
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
        return LikelihoodRatio.of(centre, map, variances).heavyTailed();
    }

    /** Rounding leaves a product a little asymmetric, which would make eigenvalues complex. */
    private static RealMatrix symmetric(RealMatrix matrix) {
        return matrix.add(matrix.transpose()).scalarMultiply(0.5);
    }

    /** Off the diagonal less by a share; on it more by a share of itself and by a constant. */
    private static RealMatrix shrunk(RealMatrix matrix, double towardsDiagonal, double share, double constant) {
        int size = matrix.getRowDimension();
        double[] diagonal = new double[size];
        for (int i = 0; i < size; i++) {
            diagonal[i] = (towardsDiagonal + share) * matrix.getEntry(i, i) + constant;
        }
        return symmetric(
                matrix.scalarMultiply(1 - towardsDiagonal).add(MatrixUtils.createRealDiagonalMatrix(diagonal)));
    }
}
