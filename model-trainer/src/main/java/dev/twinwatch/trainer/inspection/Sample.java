package dev.twinwatch.trainer.inspection;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Quantiles of numbers in bounded memory: each number has the same chance to be among the {@value #KEPT} kept ones. */
final class Sample {
    private static final int KEPT = 8_192;

    private final SplittableRandom random = new SplittableRandom(1);
    private double[] kept = new double[64];
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;
    private long seen;

    void add(double number) {
        least = Math.min(least, number);
        most = Math.max(most, number);
        if (seen < KEPT) {
            if (seen == kept.length) {
                kept = Arrays.copyOf(kept, kept.length * 2);
            }
            kept[(int) seen] = number;
        } else {
            long at = random.nextLong(seen + 1);
            if (at < KEPT) {
                kept[(int) at] = number;
            }
        }
        seen++;
    }

    long seen() {
        return seen;
    }

    /** Not a number without numbers. */
    double least() {
        return seen == 0 ? Double.NaN : least;
    }

    double most() {
        return seen == 0 ? Double.NaN : most;
    }

    /** The values below which these shares of all lie, each 0 to 1; not a number without numbers. */
    double[] quantiles(double... shares) {
        int count = (int) Math.min(seen, KEPT);
        double[] sorted = Arrays.copyOf(kept, count);
        Arrays.sort(sorted);
        double[] found = new double[shares.length];
        for (int i = 0; i < shares.length; i++) {
            found[i] = count == 0 ? Double.NaN : sorted[(int) Math.round(shares[i] * (count - 1))];
        }
        return found;
    }

    double median() {
        return quantiles(.5)[0];
    }
}
