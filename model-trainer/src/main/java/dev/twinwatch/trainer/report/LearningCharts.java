package dev.twinwatch.trainer.report;

import dev.twinwatch.trainer.evaluation.LearningCurve.Check;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How trainings went on, check by check. */
final class LearningCharts {
    private final List<List<Check>> trainings;

    LearningCharts(List<List<Check>> trainings) {
        this.trainings = trainings;
    }

    /** Average loss per batch. */
    Chart loss() {
        List<Check> checks = trainings.stream().flatMap(List::stream).toList();
        double low = Math.min(0, checks.stream().mapToDouble(Check::loss).min().orElse(0));
        double high = checks.stream().mapToDouble(Check::loss).max().orElse(1);
        return curves(new Chart(batches(), Axis.even("loss per batch, no unit", low, high)), trainings, Check::loss);
    }

    /** Whether any training kept entities for its checks. */
    boolean hasErrors() {
        return !checked().isEmpty();
    }

    /** Error on the entities that each training kept for its checks. */
    Chart error() {
        double high = checked().stream()
                .flatMap(List::stream)
                .mapToDouble(check -> check.error().orElse(0))
                .max()
                .orElse(0);
        return curves(
                new Chart(batches(), Axis.percent("equal error rate, percent", Math.max(0.05, high * 1.05))),
                checked(),
                check -> check.error().orElse(0));
    }

    private List<List<Check>> checked() {
        return trainings.stream()
                .filter(checks ->
                        checks.stream().allMatch(check -> check.error().isPresent()))
                .toList();
    }

    private Axis batches() {
        int last = trainings.stream()
                .flatMap(List::stream)
                .mapToInt(Check::iteration)
                .max()
                .orElse(1);
        return Axis.even("batches", 0, last);
    }

    private Chart curves(Chart chart, List<List<Check>> drawn, ToDoubleFunction<Check> height) {
        for (List<Check> checks : drawn) {
            int series = trainings.indexOf(checks);
            chart.path(
                    series,
                    series == 0 ? "the training that this report measures" : "the last training, with everybody",
                    checks.stream()
                            .map(check -> new double[] {check.iteration(), height.applyAsDouble(check)})
                            .toList());
        }
        return chart;
    }
}
