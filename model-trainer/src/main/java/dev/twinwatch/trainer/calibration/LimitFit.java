package dev.twinwatch.trainer.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Finds the limit that keeps honest traffic within a budget of alerts per event.
 *
 * <p>Highest evidence per stretch of one window's length is nearly independent of the next stretch's, as an alert swallows
 * what follows it. Their tail over the 97 % quantile is taken as exponential (peaks over threshold; Pickands 1975), since
 * budgets ask for rarer alerts than a history has stretches.
 */
final class LimitFit {
    private static final double TAIL = 0.03;
    /** Standard errors that are added to the tail's scale: 90 % of such limits keep the budget. */
    private static final double CONFIDENCE = 1.28;

    private static final int LEAST_TAIL = 20;

    private LimitFit() {}

    /**
     * The limit.
     *
     * @param honest evidence of honest histories, one array per entity, in the order of events
     * @param stretch events of a window
     * @param perEvent budget
     */
    static double fit(List<float[]> honest, int stretch, double perEvent) {
        double[] peaks = honest.stream()
                .flatMapToDouble(evidence -> peaks(evidence, stretch))
                .sorted()
                .toArray();
        if (peaks.length == 0) {
            return 0;
        }
        double perPeak = Math.min(1, perEvent * stretch);
        int tail = Math.min(peaks.length, Math.max(LEAST_TAIL, (int) Math.round(peaks.length * TAIL)));
        int from = peaks.length - tail;
        double threshold = peaks[from];
        double excess = 0;
        for (int i = from; i < peaks.length; i++) {
            excess += (peaks[i] - threshold) / tail;
        }
        double share = tail / (double) peaks.length;
        if (perPeak >= share) {
            return peaks[(int) Math.min(peaks.length - 1L, Math.round((1 - perPeak) * peaks.length))];
        }
        double prudent = excess * (1 + CONFIDENCE / Math.sqrt(tail));
        return threshold + Math.max(prudent, 1e-3) * Math.log(share / perPeak);
    }

    /**
     * The limit that a budget needs if the evidence is what it says, a log likelihood ratio: honest stretches exceed t with a
     * probability of at most exp(-t) (Markov's inequality). It needs no data.
     */
    static double bound(int stretch, double perEvent) {
        return -Math.log(Math.min(1, perEvent * stretch));
    }

    private static DoubleStream peaks(float[] evidence, int stretch) {
        int count = (evidence.length + stretch - 1) / stretch;
        double[] peaks = new double[count];
        Arrays.fill(peaks, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < evidence.length; i++) {
            peaks[i / stretch] = Math.max(peaks[i / stretch], evidence[i]);
        }
        return Arrays.stream(peaks);
    }
}
