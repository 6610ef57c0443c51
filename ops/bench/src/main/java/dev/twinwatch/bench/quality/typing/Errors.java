package dev.twinwatch.bench.quality.typing;

import dev.twinwatch.bench.quality.measure.ErrorRate;
import dev.twinwatch.bench.quality.measure.Sample;
import dev.twinwatch.engine.evidence.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Equal error rates of one way of scoring: by subject, and with one limit for all. */
final class Errors {
    private final List<Double> bySubject = new ArrayList<>();
    private final List<Double> genuine = new ArrayList<>();
    private final List<Double> impostors = new ArrayList<>();

    void add(Subject.Compared subject, ToDoubleFunction<Comparison> score) {
        double[] own = subject.genuine().stream().mapToDouble(score).toArray();
        double[] others = subject.impostors().stream().mapToDouble(score).toArray();
        bySubject.add(ErrorRate.equal(own, others));
        for (double value : own) {
            genuine.add(value);
        }
        for (double value : others) {
            impostors.add(value);
        }
    }

    /** Mean of the subjects' own error rates. */
    double mean() {
        return Sample.of(bySubject).mean();
    }

    /** Error rate at one limit for all subjects. */
    double pooled() {
        return ErrorRate.equal(
                genuine.stream().mapToDouble(v -> v).toArray(),
                impostors.stream().mapToDouble(v -> v).toArray());
    }

    /** Differences to another way of scoring, subject by subject: under 0 where this one errs less. */
    Sample minus(Errors other) {
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < bySubject.size(); i++) {
            differences.add(bySubject.get(i) - other.bySubject.get(i));
        }
        return Sample.of(differences);
    }

    int subjects() {
        return bySubject.size();
    }
}
