package dev.twinwatch.trainer.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.math3.stat.correlation.Covariance;

/**
 * Points of many dimensions seen from where they differ most: their two first principal components.
 *
 * @param points x and y of each, in the order that was given
 * @param shares of the variance that x and y show, each 0 to 1
 */
public record Plane(List<double[]> points, List<Double> shares) {
    /** No points. */
    static final Plane EMPTY = new Plane(List.of(), List.of(0.0, 0.0));

    public Plane {
        points = List.copyOf(points);
        shares = List.copyOf(shares);
    }

    /** Of at least two points of at least two dimensions; of fewer, the empty plane. */
    static Plane of(List<float[]> embeddings) {
        if (embeddings.size() < 2 || embeddings.get(0).length < 2) {
            return EMPTY;
        }
        int dimensions = embeddings.get(0).length;
        RealMatrix rows = MatrixUtils.createRealMatrix(embeddings.size(), dimensions);
        for (int i = 0; i < embeddings.size(); i++) {
            for (int d = 0; d < dimensions; d++) {
                rows.setEntry(i, d, embeddings.get(i)[d]);
            }
        }
        RealMatrix covariance = new Covariance(rows).getCovarianceMatrix();
        // of a covariance the same as its eigenvalues, which are not found where many of them are 0
        SingularValueDecomposition components = new SingularValueDecomposition(covariance);
        double all = covariance.getTrace();
        RealVector x = components.getU().getColumnVector(0);
        RealVector y = components.getU().getColumnVector(1);
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < embeddings.size(); i++) {
            RealVector point = rows.getRowVector(i);
            points.add(new double[] {point.dotProduct(x), point.dotProduct(y)});
        }
        double[] values = components.getSingularValues();
        return new Plane(points, all > 0 ? List.of(values[0] / all, values[1] / all) : EMPTY.shares());
    }
}
