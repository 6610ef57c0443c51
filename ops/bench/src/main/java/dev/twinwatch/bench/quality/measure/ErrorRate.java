package dev.twinwatch.bench.quality.measure;

import java.util.Arrays;

/** The equal error rate of scores: misses and false alarms at the threshold where both are as frequent. */
public final class ErrorRate {
    private ErrorRate() {}

    /**
     * By linear interpolation between the two thresholds of the ROC at which misses overtake false alarms, as Killourhy and
     * Maxion do it.
     *
     * @param genuine scores of the owner, lower is more like the owner
     * @param impostors scores of others
     * @return 0 (told apart without error) to 1; .5 is chance
     */
    public static double equal(double[] genuine, double[] impostors) {
        double[] own = sorted(genuine);
        double[] others = sorted(impostors);
        double[] thresholds = new double[own.length + others.length];
        System.arraycopy(own, 0, thresholds, 0, own.length);
        System.arraycopy(others, 0, thresholds, own.length, others.length);
        Arrays.sort(thresholds);
        // Below all scores everything is an alarm: nothing is missed and every genuine one is refused.
        double missed = 0;
        double refused = 1;
        int ownUpTo = 0;
        int othersUpTo = 0;
        for (double threshold : thresholds) {
            while (ownUpTo < own.length && own[ownUpTo] <= threshold) {
                ownUpTo++;
            }
            while (othersUpTo < others.length && others[othersUpTo] <= threshold) {
                othersUpTo++;
            }
            double missedNow = (double) othersUpTo / others.length;
            double refusedNow = 1 - (double) ownUpTo / own.length;
            if (missedNow >= refusedNow) {
                double before = refused - missed;
                double share = before / (before + missedNow - refusedNow);
                return missed + share * (missedNow - missed);
            }
            missed = missedNow;
            refused = refusedNow;
        }
        return 1;
    }

    private static double[] sorted(double[] scores) {
        double[] copy = scores.clone();
        Arrays.sort(copy);
        return copy;
    }
}
