package dev.twinwatch.bench.quality.commands;

import dev.twinwatch.bench.quality.measure.Figure;
import dev.twinwatch.sandbox.demo.judging.Roc;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Scores of all tested blocks of all users, pooled under one threshold; higher is more like a masquerader. */
final class BlockScores {
    /** The false-alarm rates at which the literature reports, in percent. */
    private static final double[] FALSE_ALARMS = {1.3, 4.6, 6.7};

    private final List<Double> masquerades = new ArrayList<>();
    private final List<Double> honest = new ArrayList<>();

    void add(boolean masquerade, double score) {
        (masquerade ? masquerades : honest).add(score);
    }

    /** Area under the ROC, hits and cost at the published false-alarm rates, read off the test's own ROC. */
    List<Figure> figures(String method) {
        Roc roc = Roc.of(array(masquerades), array(honest));
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("schonlau", method + ": AUC", roc.area()));
        for (double percent : FALSE_ALARMS) {
            figures.add(new Figure(
                    "schonlau",
                    String.format(Locale.ROOT, "%s: hits at %.1f %% false alarms", method, percent),
                    roc.hitsAt(percent / 100)));
        }
        figures.add(new Figure("schonlau", method + ": least cost, miss % + 6 x false alarm %", leastCost(roc)));
        return figures;
    }

    /** Share of masquerades, and of honest blocks, over a threshold that was fixed beforehand. */
    List<Figure> at(double limit, String method) {
        return List.of(
                new Figure("schonlau", method + ": realised false alarms", over(honest, limit)),
                new Figure("schonlau", method + ": hits", over(masquerades, limit)));
    }

    private double leastCost(Roc roc) {
        double least = 100;
        for (int alarms = 0; alarms < honest.size(); alarms++) {
            double rate = (double) alarms / honest.size();
            least = Math.min(least, 100 * (1 - roc.hitsAt(rate)) + 6 * 100 * rate);
        }
        return least;
    }

    private static double over(List<Double> scores, double limit) {
        return scores.stream().filter(s -> s > limit).count() / (double) scores.size();
    }

    private static double[] array(List<Double> scores) {
        return scores.stream().mapToDouble(s -> s).toArray();
    }
}
