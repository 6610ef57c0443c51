package dev.twinwatch.bench.quality.report;

import dev.twinwatch.bench.quality.measure.Figure;
import dev.twinwatch.bench.quality.measure.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One figure over all seeds, beside its goal.
 *
 * @param data which data set
 * @param measure what was measured
 * @param values mean and deviation over the seeds
 * @param goal empty for what only stands beside
 */
record Line(String data, String measure, Sample values, Optional<Goal> goal) {
    /** One line for each measure, in the order in which they come first. */
    static List<Line> of(List<Figure> figures) {
        Map<Figure, List<Double>> bySubject = new LinkedHashMap<>();
        for (Figure figure : figures) {
            // The same figure whatever its value.
            Figure subject = new Figure(figure.data(), figure.measure(), 0);
            bySubject.computeIfAbsent(subject, s -> new ArrayList<>()).add(figure.value());
        }
        return bySubject.entrySet().stream()
                .map(e -> new Line(
                        e.getKey().data(),
                        e.getKey().measure(),
                        Sample.of(e.getValue()),
                        Goals.of(e.getKey().data(), e.getKey().measure())))
                .toList();
    }

    boolean isCheck() {
        return goal.isPresent() && goal.get() instanceof Goal.Published;
    }

    boolean isAsked() {
        return goal.isPresent() && !isCheck();
    }

    boolean isMet() {
        return goal.isPresent() && goal.get().isMetBy(values.mean());
    }

    /** Value, and its deviation where seeds differ. */
    String value() {
        String mean = Goal.number(values.mean());
        return values.deviation() == 0 ? mean : mean + " (" + Goal.number(values.deviation()) + ")";
    }

    /** The goal in words; empty without one. */
    String wanted() {
        return goal.map(g -> g.words()
                        + g.aim().stream()
                                .mapToObj(aim -> ", aim " + Goal.number(aim))
                                .findFirst()
                                .orElse(""))
                .orElse("");
    }

    /** Empty without a goal. */
    String verdict() {
        return goal.isEmpty() ? "" : isMet() ? "yes" : "NO";
    }
}
