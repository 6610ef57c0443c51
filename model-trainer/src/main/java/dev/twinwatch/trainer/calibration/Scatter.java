package dev.twinwatch.trainer.calibration;

import dev.twinwatch.trainer.history.HistoryException;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * How points scatter around their entities' own places and how these scatter around the population's mean.
 *
 * <p>A point's own place is the recency-weighted mean of the entity's earlier points, as it will be when the service compares:
 * slow change of an entity is no scatter.
 */
final class Scatter {
    /** Points after which one counts half in its entity's place. */
    private static final double HALF_LIFE = 25;

    private final double[] mean;
    private final RealMatrix within;
    private final RealMatrix between;
    private final int entities;

    private Scatter(double[] mean, RealMatrix within, RealMatrix between, int entities) {
        this.mean = mean;
        this.within = within;
        this.between = between;
        this.entities = entities;
    }

    /**
     * Measures.
     *
     * @param byEntity points of each entity, oldest first, all of the same number of inputs; entities with one point are left
     *     out
     * @throws HistoryException where no entity has a point
     */
    static Scatter of(List<List<float[]>> byEntity) {
        List<List<float[]>> usable =
                byEntity.stream().filter(points -> points.size() >= 2).toList();
        int inputs = byEntity.stream()
                .flatMap(List::stream)
                .findFirst()
                .orElseThrow(() -> new HistoryException("none of " + byEntity.size() + " entities to calibrate on has a"
                        + " window of events: bring more events of each, or lower sequence.minimum in the watch"))
                .length;
        double[] mean = new double[inputs];
        List<double[]> centres = usable.stream().map(Scatter::centre).toList();
        centres.forEach(centre -> add(1.0 / usable.size(), centre, mean));
        RealMatrix within = new Array2DRowRealMatrix(Math.max(1, inputs), Math.max(1, inputs));
        RealMatrix between = within.copy();
        long residuals = 0;
        double ofMeans = 0;
        for (int e = 0; e < usable.size(); e++) {
            addResiduals(within, usable.get(e));
            residuals += usable.get(e).size() - 1;
            double[] off = centres.get(e).clone();
            add(-1, mean, off);
            addSquare(between, off, 1.0 / usable.size());
            ofMeans += 1.0 / usable.get(e).size() / usable.size();
        }
        RealMatrix average = within.scalarMultiply(1.0 / Math.max(1, residuals));
        return new Scatter(mean, average, between.subtract(average.scalarMultiply(ofMeans)), usable.size());
    }

    /** The difference of a point from the mean of n earlier ones has 1 + 1/n times the variance of the point itself. */
    private static void addResiduals(RealMatrix sum, List<float[]> points) {
        double[] place = new double[points.get(0).length];
        double weights = 0;
        double squares = 0;
        double fading = Math.pow(0.5, 1 / HALF_LIFE);
        for (float[] point : points) {
            double[] off = new double[place.length];
            for (int i = 0; i < off.length; i++) {
                off[i] = point[i] - place[i];
            }
            if (weights > 0) {
                addSquare(sum, off, 1 / (1 + squares / (weights * weights)));
            }
            weights = weights * fading + 1;
            squares = squares * fading * fading + 1;
            add(1 / weights, off, place);
        }
    }

    private static double[] centre(List<float[]> points) {
        double[] centre = new double[points.get(0).length];
        for (float[] point : points) {
            for (int i = 0; i < centre.length; i++) {
                centre[i] += point[i] / (double) points.size();
            }
        }
        return centre;
    }

    private static void add(double factor, double[] vector, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * vector[i];
        }
    }

    private static void addSquare(RealMatrix sum, double[] vector, double weight) {
        for (int i = 0; i < vector.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                sum.addToEntry(i, j, weight * vector[i] * vector[j]);
            }
        }
    }

    /**
     * What this scatter, of entities that an encoder was taught with, would be of others: it was narrower within and wider
     * between than theirs in an encoder for which both are known.
     */
    Scatter asOfOthers(Scatter taught, Scatter others) {
        double wider = Math.max(1, ratio(others.within, taught.within));
        double nearer = Math.min(1, ratio(others.between, taught.between));
        return new Scatter(mean, within.scalarMultiply(wider), between.scalarMultiply(nearer), entities);
    }

    private static double ratio(RealMatrix a, RealMatrix b) {
        return b.getTrace() > 0 && a.getTrace() > 0 ? a.getTrace() / b.getTrace() : 1;
    }

    /** Population mean, shape [inputs]; not to be changed. */
    double[] mean() {
        return mean;
    }

    /** Covariance within entities. */
    RealMatrix within() {
        return within;
    }

    /** Covariance between entities; its diagonal can be below 0 by chance. */
    RealMatrix between() {
        return between;
    }

    /** Entities with two points or more. */
    int entities() {
        return entities;
    }
}
