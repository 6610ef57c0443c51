package dev.twinwatch.retrainer.history;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.trainer.source.Label;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What people said so far, of each alert or event the newest word, and which events it is about. */
public final class Said {
    private static final long MICROS_PER_MILLI = 1_000;

    private final Map<String, Feedback> newest = new LinkedHashMap<>();
    private final Map<String, Alert> alerts = new HashMap<>();

    /** The next piece of feedback; one that names neither alert, event nor time is about nothing. */
    public void add(Feedback feedback) {
        String about = aboutOf(feedback);
        if (!about.isEmpty()) {
            newest.put(about, feedback);
        }
    }

    /** What a piece of feedback is about; empty for nothing. */
    static String aboutOf(Feedback feedback) {
        if (feedback.getAlertId() != null) {
            return "alert " + feedback.getAlertId();
        }
        if (feedback.getEventId() != null) {
            return "event " + feedback.getEventId() + " of " + feedback.getEntity();
        }
        Instant time = feedback.getEventTime();
        return time == null ? "" : feedback.getEntity() + " at " + time;
    }

    /** The next state of an alert; those of which nobody spoke are forgotten. */
    public void add(Alert alert) {
        if (newest.containsKey("alert " + alert.getAlertId())) {
            alerts.put(alert.getAlertId(), alert);
        }
    }

    /** As training takes them: of an alert, its events from the first to the last over the limit. */
    public List<Label> labels() {
        return newest.values().stream().flatMap(this::label).toList();
    }

    /** How many are about alerts; the others are about events, such as those of the review sample. */
    public long ofAlerts() {
        return newest.keySet().stream()
                .filter(about -> about.startsWith("alert "))
                .count();
    }

    private Stream<Label> label(Feedback feedback) {
        Alert alert = feedback.getAlertId() == null ? null : alerts.get(feedback.getAlertId());
        return Optional.ofNullable(alert)
                .flatMap(known -> ofStretch(feedback, known))
                .or(() -> ofEvent(feedback))
                .stream();
    }

    private static Optional<Label> ofStretch(Feedback feedback, Alert alert) {
        Instant from = alert.getOpeningEvent().getEventTime();
        Instant to = alert.getLatestEvent().getEventTime();
        if (from == null || to == null) {
            return Optional.of(label(feedback, alert.getOpeningEvent().getEventId(), 0, 0));
        }
        return Optional.of(label(feedback, "", micros(from), Math.max(micros(from), micros(to))));
    }

    private static Optional<Label> ofEvent(Feedback feedback) {
        String event = feedback.getEventId();
        Instant time = feedback.getEventTime();
        if (event != null) {
            return Optional.of(label(feedback, event, 0, 0));
        }
        return time == null ? Optional.empty() : Optional.of(label(feedback, "", micros(time), micros(time)));
    }

    private static Label label(Feedback feedback, String event, long from, long to) {
        return new Label(
                feedback.getEntity(),
                event,
                from,
                to,
                feedback.getLabel() == dev.twinwatch.contracts.Label.FRAUD ? Label.Kind.FRAUD : Label.Kind.LEGITIMATE,
                OptionalLong.of(micros(feedback.getKnownAt())));
    }

    private static long micros(Instant time) {
        return time.toEpochMilli() * MICROS_PER_MILLI;
    }
}
