package dev.twinwatch.trainer.backtest;

import dev.twinwatch.engine.alert.Alert;
import dev.twinwatch.engine.control.CaseRecord;
import dev.twinwatch.engine.control.FeedbackRecord;
import dev.twinwatch.engine.detection.Detector;
import dev.twinwatch.engine.detection.FeedbackOutcome;
import dev.twinwatch.engine.features.Layout;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Lets the detector of one lane hear what people said between the events of its entities. What becomes a fraud case for everybody
 * stands on the control topic, as in the service.
 */
final class Hearing {
    private final Layout layout;
    private final Detector detector;
    private final Optional<FeedbackHistory> history;
    private final Map<String, Deque<FeedbackHistory.Timed>> waiting = new HashMap<>();
    private final Map<String, Long> outcomes = new TreeMap<>();

    Hearing(Layout layout, Detector detector, Optional<FeedbackHistory> history) {
        this.layout = layout;
        this.detector = detector;
        this.history = history;
    }

    /** What was said of an entity up to a moment, if it was not heard yet; the alerts that this closed. */
    List<Alert> upTo(long moment, String entity) {
        if (history.isEmpty()) {
            return List.of();
        }
        Deque<FeedbackHistory.Timed> words = waiting.computeIfAbsent(
                entity, e -> new ArrayDeque<>(history.get().about(e)));
        List<Alert> closed = new ArrayList<>();
        while (!words.isEmpty() && words.getFirst().moment() <= moment) {
            hear(words.removeFirst().said()).ifPresent(closed::add);
        }
        return closed;
    }

    /** What was said after the last event of each entity that had one. */
    List<Alert> rest() {
        return waiting.keySet().stream()
                .flatMap(entity -> upTo(Long.MAX_VALUE, entity).stream())
                .toList();
    }

    private Optional<Alert> hear(FeedbackRecord said) {
        Optional<CaseRecord> fraudCase =
                said.fraudCase(layout, detector, said.feedback().getKnownAt());
        FeedbackOutcome outcome = said.hear(layout, detector, fraudCase);
        outcomes.merge(outcome.code(), 1L, Long::sum);
        return outcome.closed();
    }

    /** How many had which outcome, by its code. */
    Map<String, Long> outcomes() {
        return outcomes;
    }
}
