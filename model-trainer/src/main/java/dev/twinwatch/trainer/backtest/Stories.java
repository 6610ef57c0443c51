package dev.twinwatch.trainer.backtest;

import dev.twinwatch.engine.alert.Alert;
import dev.twinwatch.engine.alert.Reason;
import dev.twinwatch.engine.alert.Severity;
import dev.twinwatch.engine.detection.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts together what the outcomes of single events say of one alert. */
final class Stories {
    private static final int REASONS = 3;

    private final Map<String, Told> open = new HashMap<>();
    private final List<Told> told = new ArrayList<>();

    /** The newest outcome of an entity; the finding is that of an alert that opens now. */
    void take(Arrival arrival, Outcome outcome, Optional<Finding> finding) {
        String entity = arrival.event().entity();
        Optional<Alert> alert = outcome.alert();
        if (alert.filter(a -> a.state() == Alert.State.OPENED).isPresent()) {
            Told opened = new Told(arrival, alert.get(), finding);
            told.add(opened);
            open.put(entity, opened);
        } else if (alert.isPresent()) {
            change(alert.get());
        }
        Told current = open.get(entity);
        if (current != null && outcome instanceof Outcome.Scored scored && scored.flagged()) {
            current.add(arrival, scored.evidence());
        }
    }

    /** An alert that is known by now is another one: it grew, or was closed by an event, an order or a person. */
    void change(Alert alert) {
        Told told = open.get(alert.entity());
        if (told != null) {
            told.state = alert.state();
        }
        if (alert.state() == Alert.State.CLOSED) {
            open.remove(alert.entity());
        }
    }

    /** In any order; those still open are among them. */
    List<AlertStory> all() {
        return told.stream().map(Told::story).toList();
    }

    /** So many may be told that only what is printed of each is kept. */
    private static final class Told {
        private final long row;
        private final long from;
        private final String alertId;
        private final String entity;
        private final Alert.EventRef opening;
        private final double limit;
        private final List<String> reasons;
        private final Optional<Finding> finding;
        private Alert.State state;
        private long lastRow;
        private long to;
        private double peak = Double.NEGATIVE_INFINITY;
        private int events;

        Told(Arrival arrival, Alert alert, Optional<Finding> finding) {
            this.row = arrival.row();
            this.lastRow = row;
            this.from = arrival.event().time();
            this.to = from;
            this.alertId = alert.id();
            this.entity = alert.entity();
            this.state = alert.state();
            this.opening = alert.opening();
            this.limit = alert.limit();
            this.reasons = alert.reasons().stream()
                    .map(Reason::words)
                    .distinct()
                    .limit(REASONS)
                    .toList();
            this.finding = finding;
        }

        void add(Arrival arrival, double evidence) {
            lastRow = arrival.row();
            to = arrival.event().time();
            peak = Math.max(peak, evidence);
            events++;
        }

        AlertStory story() {
            return new AlertStory(
                    row,
                    lastRow,
                    from,
                    to,
                    alertId,
                    entity,
                    opening,
                    state,
                    Severity.of(peak, limit),
                    events,
                    peak,
                    limit,
                    reasons,
                    finding);
        }
    }
}
