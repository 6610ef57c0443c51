package dev.twinwatch.trainer.report;

import dev.twinwatch.trainer.evaluation.Discrimination;
import java.util.List;

/** How often values occur among windows of an entity itself and among those of others, each as shares of its own. */
final class Histogram {
    private static final int BINS = 40;
    /** Values beyond these ranks go into the last bins, so that a few of them do not squeeze all others. */
    private static final double CUT = 0.005;

    private final double low;
    private final double high;

    private Histogram(double low, double high) {
        this.low = low;
        this.high = high;
    }

    /** With the limit marked. */
    static Chart of(String label, Discrimination values, double limit, String limitName) {
        double low = Math.min(Math.min(rank(values.own(), CUT), rank(values.others(), CUT)), limit);
        double high = Math.max(Math.max(rank(values.own(), 1 - CUT), rank(values.others(), 1 - CUT)), limit);
        Histogram bins = new Histogram(low, high > low ? high : low + 1);
        double[] own = bins.shares(values.own());
        double[] others = bins.shares(values.others());
        double most = 0;
        for (int bin = 0; bin < BINS; bin++) {
            most = Math.max(most, Math.max(own[bin], others[bin]));
        }
        Chart chart = new Chart(
                Axis.even(label, bins.low, bins.high), Axis.percent("share of windows, percent", most * 1.05));
        for (int bin = 0; bin < BINS; bin++) {
            chart.bar(0, bins.edge(bin), bins.edge(bin + 1), own[bin]);
            chart.bar(1, bins.edge(bin), bins.edge(bin + 1), others[bin]);
        }
        return chart.named(0, "genuine: the entity's own")
                .named(1, "impostor: of others")
                .mark(limit, limitName);
    }

    private static double rank(List<Double> sorted, double share) {
        return sorted.get((int) Math.round(share * (sorted.size() - 1)));
    }

    private double edge(int bin) {
        return low + bin * (high - low) / BINS;
    }

    private double[] shares(List<Double> values) {
        double[] shares = new double[BINS];
        for (double value : values) {
            int bin = (int) Math.floor((value - low) / (high - low) * BINS);
            shares[Math.max(0, Math.min(BINS - 1, bin))] += 1.0 / values.size();
        }
        return shares;
    }
}
