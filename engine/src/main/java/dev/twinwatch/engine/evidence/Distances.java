package dev.twinwatch.engine.evidence;

import dev.twinwatch.engine.watch.Metric;

/** Plain distances between two embeddings of the same model; 0 is alike, no unit. */
public final class Distances {
    private Distances() {}

    /** The distance that a metric names; the likelihood ratio is no distance, its plain counterpart is the cosine. */
    public static double between(Metric metric, float[] a, float[] b) {
        return switch (metric) {
            case EUCLIDEAN -> euclidean(a, b);
            case MANHATTAN -> manhattan(a, b);
            case COSINE, LIKELIHOOD_RATIO -> cosine(a, b);
        };
    }

    /** One minus the cosine, 0 to 2; 1 where a vector is zero. */
    public static double cosine(float[] a, float[] b) {
        double product = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            product += (double) a[i] * b[i];
            squaresA += (double) a[i] * a[i];
            squaresB += (double) b[i] * b[i];
        }
        return squaresA == 0 || squaresB == 0 ? 1 : 1 - product / Math.sqrt(squaresA * squaresB);
    }

    /** Length of the difference. */
    public static double euclidean(float[] a, float[] b) {
        double squares = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = (double) a[i] - b[i];
            squares += difference * difference;
        }
        return Math.sqrt(squares);
    }

    /** Sum of the absolute differences. */
    public static double manhattan(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs((double) a[i] - b[i]);
        }
        return sum;
    }
}
