package dev.twinwatch.trainer.report;

import dev.twinwatch.trainer.evaluation.Discrimination;
import dev.twinwatch.trainer.evaluation.Evaluation;
import dev.twinwatch.trainer.evaluation.FewShots;
import dev.twinwatch.trainer.evaluation.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Charts of false alarms, hits and misses: the evidence, and the best of what needs no learned network. */
final class ErrorCharts {
    private final Evaluation evaluation;
    private final List<Integer> shown = new ArrayList<>();

    ErrorCharts(Evaluation evaluation) {
        this.evaluation = evaluation;
        shown.add(Evaluation.EVIDENCE);
        shown.add(Evaluation.DISTANCE);
        int best = -1;
        for (int m = 0; m < evaluation.measures().size(); m++) {
            boolean better = best < 0
                    || evaluation.by(m).errorRate() < evaluation.by(best).errorRate();
            if (!evaluation.measures().get(m).learned() && better) {
                best = m;
            }
        }
        shown.add(best);
    }

    /** Hits against false alarms; these by powers of ten, since few of them are what matters. */
    Chart roc() {
        return curves(
                new Chart(
                        Axis.logarithmic(
                                "false alarms, percent of genuine windows (logarithmic)",
                                Axis.shares(0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1)),
                        Axis.percent("hits, percent of impostor windows", 1)),
                Discrimination.Point::hits);
    }

    /** Misses against false alarms, both as deviates. */
    Chart det() {
        double[] shares = {0.001, 0.005, 0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8};
        return curves(
                new Chart(
                        Axis.deviates("false alarms, percent (normal deviate)", Axis.shares(shares)),
                        Axis.deviates("misses, percent (normal deviate)", Axis.shares(shares))),
                Discrimination.Point::misses);
    }

    private Chart curves(Chart chart, Function<Discrimination.Point, Double> height) {
        for (int i = 0; i < shown.size(); i++) {
            int measure = shown.get(i);
            chart.path(
                    i,
                    name(measure),
                    evaluation.by(measure).curve().stream()
                            .map(point -> new double[] {point.falseAlarms(), height.apply(point)})
                            .toList());
        }
        return chart;
    }

    /** Equal error rate by how many references an entity has. */
    Chart fewShots() {
        List<FewShots> measured = evaluation.fewShots().stream()
                .filter(few -> !few.trials().isEmpty())
                .toList();
        double most = 0.1;
        for (FewShots few : measured) {
            for (int measure : shown) {
                most = Math.max(most, few.by(measure).errorRate());
            }
        }
        Chart chart = new Chart(
                Axis.logarithmic(
                        "references per entity (logarithmic)",
                        evaluation.fewShots().stream()
                                .map(few -> new Axis.Tick(few.references(), String.valueOf(few.references())))
                                .toList()),
                Axis.percent("equal error rate, percent", most));
        for (int i = 0; i < shown.size(); i++) {
            int series = i;
            int measure = shown.get(i);
            chart.path(
                    series,
                    name(measure),
                    measured.stream()
                            .map(few -> new double[] {
                                few.references(), few.by(measure).errorRate()
                            })
                            .toList());
            measured.forEach(
                    few -> chart.dot(series, few.references(), few.by(measure).errorRate()));
        }
        return chart;
    }

    /** Indices of what is shown, the best baseline last. */
    List<Integer> shown() {
        return shown;
    }

    String name(int measure) {
        Measure named = evaluation.measures().get(measure);
        return named.learned() ? named.name() : named.name() + " (no learned network)";
    }
}
