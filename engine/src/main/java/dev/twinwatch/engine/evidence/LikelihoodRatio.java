package dev.twinwatch.engine.evidence;

import dev.twinwatch.engine.network.Rows;
import java.util.Arrays;

/**
 * How much more likely a point is for someone else than for the entity of the references: a two-covariance model
 * (probabilistic linear discriminant analysis; Ioffe 2006, Brümmer and De Villiers 2010).
 *
 * <p>A linear map takes points into coordinates in which the scatter within an entity is 1 and that between entities is
 * diagonal. There, with references of mean r and effective number n, the entity's own centre is normal with mean
 * {@code b n r / (b n + 1)} and variance {@code b / (b n + 1)}; without references the ratio is exactly 0, and it grows with
 * them. Around either centre points scatter as a Gaussian or, with heavy tails, in each direction as Student's t with
 * {@value #FREEDOM} degrees of freedom (Kenny 2010): a single pause or slip far out says little, where a Gaussian would let it
 * decide alone.
 */
public final class LikelihoodRatio {
    /** Degrees of freedom of the tails; 2 to 8 do about as well, a Gaussian does worse. */
    private static final double FREEDOM = 3;

    /** Half of what a takeover of somebody unknown looks like lies further out than two deviations. */
    private static final double WIDER = 4;

    /** Beyond them the next factor could bring a product of them to 0 or infinity: each is within a float's range. */
    private static final double SMALLEST_PRODUCT = 1e-200;

    private static final double LARGEST_PRODUCT = 1e200;

    private final float[] mean;
    private final float[] map;
    private final float[] between;
    private final float[] low;
    private final float[] high;
    private final boolean heavyTailed;
    private final Rows rows;

    private LikelihoodRatio(
            float[] mean, float[] map, float[] between, float[] low, float[] high, boolean heavyTailed) {
        this.low = low;
        this.high = high;
        this.heavyTailed = heavyTailed;
        this.mean = mean;
        this.map = map;
        this.between = between;
        this.rows = Rows.of(map, mean.length, between.length);
    }

    /**
     * Checked and copied.
     *
     * @param mean population mean, shape [inputs]
     * @param map shape [inputs][outputs], row-major
     * @param between variance between entities in each output where the variance within is 1, shape [outputs], 0 or more
     */
    public static LikelihoodRatio of(float[] mean, float[] map, float[] between) {
        if (map.length != mean.length * between.length) {
            throw new IllegalArgumentException("likelihood ratio has a map of " + map.length + " values for "
                    + mean.length + " inputs and " + between.length + " outputs");
        }
        requireFinite("mean", mean);
        requireFinite("map", map);
        for (float value : between) {
            if (!(value >= 0) || Float.isInfinite(value)) {
                throw new IllegalArgumentException("likelihood ratio has variance " + value + " between entities");
            }
        }
        float[] low = new float[mean.length];
        float[] high = new float[mean.length];
        Arrays.fill(low, -Float.MAX_VALUE);
        Arrays.fill(high, Float.MAX_VALUE);
        return new LikelihoodRatio(mean.clone(), map.clone(), between.clone(), low, high, false);
    }

    /** The same with heavy tails. */
    public LikelihoodRatio heavyTailed() {
        return new LikelihoodRatio(mean, map, between, low, high, true);
    }

    /** The same, for which no input lies further out than these, shape [inputs] each. */
    public LikelihoodRatio bounded(float[] lowest, float[] highest) {
        if (lowest.length != mean.length || highest.length != mean.length) {
            throw new IllegalArgumentException("likelihood ratio has bounds of " + lowest.length + " and "
                    + highest.length + " values for " + mean.length + " inputs");
        }
        for (int i = 0; i < lowest.length; i++) {
            if (!(lowest[i] <= highest[i])) {
                throw new IllegalArgumentException("likelihood ratio has bounds " + lowest[i] + " and " + highest[i]
                        + " for one input: train again");
            }
        }
        return new LikelihoodRatio(mean, map, between, lowest.clone(), highest.clone(), heavyTailed);
    }

    /** Whether its tails are heavy. */
    public boolean isHeavyTailed() {
        return heavyTailed;
    }

    private static void requireFinite(String name, float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException(
                        "likelihood ratio has " + value + " in its " + name + ": train again");
            }
        }
    }

    /** Population mean, copied. */
    public float[] mean() {
        return mean.clone();
    }

    /** The map, copied. */
    public float[] map() {
        return map.clone();
    }

    /** Variances between entities, copied. */
    public float[] between() {
        return between.clone();
    }

    /** Lowest value that each input can have, copied. */
    public float[] low() {
        return low.clone();
    }

    /** Highest value that each input can have, copied. */
    public float[] high() {
        return high.clone();
    }

    /** Values of a point before it is projected. */
    public int inputs() {
        return mean.length;
    }

    /** Values of a projected point. */
    public int outputs() {
        return between.length;
    }

    /** Takes a point into the ratio's coordinates. */
    public float[] project(float[] point) {
        float[] projected = new float[between.length];
        float[] centred = new float[mean.length];
        for (int i = 0; i < mean.length; i++) {
            centred[i] = Math.max(low[i], Math.min(high[i], point[i])) - mean[i];
        }
        rows.addProduct(centred, projected);
        return projected;
    }

    /**
     * Evidence of one projected point against the mean of projected references.
     *
     * @param effective effective number of references, 0 or more
     * @param noise how much wider than a full window this one scatters, 1 or more
     * @return log likelihood ratio, over 0 where the point is less like the entity than like anyone
     */
    public double evidence(float[] point, float[] references, double effective, double noise) {
        return against(references, effective, noise).evidence(point);
    }

    /**
     * How much more likely a point is for a population whose variances are {@value #WIDER} times as large than for the one that
     * is known: what can be said of a window of somebody without references.
     *
     * @param noise how much wider than a full window this one scatters, 1 or more
     * @return log likelihood ratio, over 0 where hardly anyone behaves so
     */
    double strangeness(float[] point, double noise) {
        double sum = 0;
        for (int i = 0; i < between.length; i++) {
            double square = (double) point[i] * point[i] / (noise + between[i]);
            sum += heavyTailed
                    ? (FREEDOM + 1) * Math.log((FREEDOM + square) / (FREEDOM + square / WIDER))
                    : square - square / WIDER;
            sum -= Math.log(WIDER);
        }
        return sum / 2;
    }

    /** All of {@link #evidence} that does not depend on the point. */
    Against against(float[] references, double effective, double noise) {
        return new Against(references, effective, noise);
    }

    /** Both densities for the references of one entity, ready for many points. */
    final class Against {
        private final double[] centre = new double[between.length];
        private final double[] ownPrecision = new double[between.length];
        private final double[] anyonePrecision = new double[between.length];
        private final double logOfVariances;

        private Against(float[] references, double effective, double noise) {
            double log = 0;
            double product = 1;
            for (int i = 0; i < between.length; i++) {
                double b = between[i];
                double own = noise + b / (b * effective + 1);
                double anyone = noise + b;
                centre[i] = b * effective / (b * effective + 1) * references[i];
                ownPrecision[i] = 1 / own;
                anyonePrecision[i] = 1 / anyone;
                // One logarithm for many factors: each would cost as much as the rest of its turn.
                product *= own / anyone;
                if (product < SMALLEST_PRODUCT) {
                    log += Math.log(product);
                    product = 1;
                }
            }
            logOfVariances = log + Math.log(product);
        }

        double evidence(float[] point) {
            return heavyTailed ? ofStudents(point) : ofGaussians(point);
        }

        private double ofGaussians(float[] point) {
            double sum = logOfVariances;
            for (int i = 0; i < centre.length; i++) {
                double off = point[i] - centre[i];
                sum += off * off * ownPrecision[i] - (double) point[i] * point[i] * anyonePrecision[i];
            }
            return sum / 2;
        }

        private double ofStudents(float[] point) {
            double log = 0;
            double product = 1;
            for (int i = 0; i < centre.length; i++) {
                double off = point[i] - centre[i];
                double own = FREEDOM + off * off * ownPrecision[i];
                double anyone = FREEDOM + (double) point[i] * point[i] * anyonePrecision[i];
                product *= own / anyone;
                if (product < SMALLEST_PRODUCT || product > LARGEST_PRODUCT) {
                    log += Math.log(product);
                    product = 1;
                }
            }
            return (logOfVariances + (FREEDOM + 1) * (log + Math.log(product))) / 2;
        }
    }
}
