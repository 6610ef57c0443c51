package dev.twinwatch.trainer.calibration;

import java.util.Arrays;
import java.util.List;

/** How well evidence tells honest windows from others. */
final class ErrorRates {
    private ErrorRates() {}

    /** The rate at which as many honest windows lie over a limit as others under it; 0.5 where either list is empty. */
    static double equalErrorRate(List<Double> honest, List<Double> others) {
        if (honest.isEmpty() || others.isEmpty()) {
            return 0.5;
        }
        double[] own = honest.stream().mapToDouble(d -> d).sorted().toArray();
        double[] foreign = others.stream().mapToDouble(d -> d).sorted().toArray();
        double best = 1;
        double rate = 0.5;
        for (double limit : foreign) {
            double missed = below(foreign, limit) / (double) foreign.length;
            double falseAlarms = 1 - below(own, limit) / (double) own.length;
            if (Math.abs(missed - falseAlarms) < best) {
                best = Math.abs(missed - falseAlarms);
                rate = (missed + falseAlarms) / 2;
            }
        }
        return rate;
    }

    private static int below(double[] sorted, double limit) {
        int at = Arrays.binarySearch(sorted, limit);
        while (at > 0 && sorted[at - 1] == limit) {
            at--;
        }
        return at < 0 ? -at - 1 : at;
    }
}
