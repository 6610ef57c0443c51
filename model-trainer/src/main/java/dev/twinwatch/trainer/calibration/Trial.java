package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.alert.Alert;
import dev.twinwatch.engine.cases.KnownLabels;
import dev.twinwatch.engine.detection.Detector;
import dev.twinwatch.engine.detection.InMemoryStates;
import dev.twinwatch.engine.detection.Outcome;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Runs the detector of the service over one history and keeps what it said about each event. */
final class Trial {
    private final List<Outcome> outcomes = new ArrayList<>();

    private Trial() {}

    static Trial run(Scorer scorer, List<Event> events) {
        return run(scorer, events, KnownLabels.NONE);
    }

    static Trial run(Scorer scorer, List<Event> events, KnownLabels labels) {
        Layout layout = scorer.model().layout();
        Detector detector = new Detector(layout, new InMemoryStates(), Detector.KEPT_REFERENCES, labels);
        Trial trial = new Trial();
        for (Event event : events) {
            trial.outcomes.add(detector.onEvent(scorer, event));
        }
        return trial;
    }

    /** Inputs of the fusion at every n-th scored event of a range. */
    List<double[]> inputs(int from, int to, int everyNth) {
        List<double[]> inputs = new ArrayList<>();
        int scored = 0;
        for (Outcome outcome : range(from, to)) {
            if (outcome instanceof Outcome.Scored s && scored++ % everyNth == 0) {
                inputs.add(s.comparison().inputs());
            }
        }
        return inputs;
    }

    /** Inputs of the fusion at those of some events that were scored. */
    List<double[]> inputsAt(Collection<Integer> events) {
        List<double[]> inputs = new ArrayList<>();
        for (int event : events) {
            if (outcomes.get(event) instanceof Outcome.Scored s) {
                inputs.add(s.comparison().inputs());
            }
        }
        return inputs;
    }

    /** A stretch can be shorter than what is left out at its start: then nothing is in it. */
    private List<Outcome> range(int from, int to) {
        int end = Math.min(to, outcomes.size());
        return outcomes.subList(Math.min(from, end), end);
    }

    /** Evidence of all scored events, in order. */
    float[] evidence() {
        return evidence(scored -> true);
    }

    /** Evidence of the events that were scored by so many references, in order. */
    float[] evidence(int references) {
        return evidence(scored -> scored.references() == references);
    }

    /** Evidence of the events that were scored by so many references or more, in order. */
    float[] evidenceFrom(int references) {
        return evidence(scored -> scored.references() >= references);
    }

    private float[] evidence(Predicate<Outcome.Scored> which) {
        List<Float> evidence = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Scored s && which.test(s)) {
                evidence.add((float) s.evidence());
            }
        }
        float[] values = new float[evidence.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = evidence.get(i);
        }
        return values;
    }

    /** What was said of an event, where it was taken for one of an entity that is known well. */
    Optional<Outcome.Scored> usual(int event) {
        return outcomes.get(event) instanceof Outcome.Scored scored && scored.isUsual()
                ? Optional.of(scored)
                : Optional.empty();
    }

    /** Index, counted from {@code from}, of the first flagged event of a range; -1 if none is. */
    int firstFlagged(int from, int to) {
        for (int i = from; i < Math.min(to, outcomes.size()); i++) {
            if (outcomes.get(i) instanceof Outcome.Scored s && s.flagged()) {
                return i - from;
            }
        }
        return -1;
    }

    /** Highest evidence in a range; negative infinity where nothing was scored. */
    double highest(int from, int to) {
        double highest = Double.NEGATIVE_INFINITY;
        for (Outcome outcome : range(from, to)) {
            if (outcome instanceof Outcome.Scored s) {
                highest = Math.max(highest, s.evidence());
            }
        }
        return highest;
    }

    /** Alerts opened. */
    long alerts() {
        return outcomes.stream()
                .flatMap(o -> o.alert().stream())
                .filter(a -> a.state() == Alert.State.OPENED)
                .count();
    }
}
