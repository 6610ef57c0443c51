package dev.twinwatch.stream.alerts;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.AlertState;
import dev.twinwatch.contracts.Reason;
import dev.twinwatch.contracts.Severity;
import dev.twinwatch.engine.text.OneLine;
import dev.twinwatch.engine.watch.FeatureSpec;
import dev.twinwatch.engine.watch.Watch;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An alert as one line that a person understands without a legend. */
public final class AlertLine {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int REASONS = 2;

    private final Watch watch;
    private final boolean coloured;

    /**
     * For the alerts of one watch.
     *
     * @param coloured whether a terminal shows it
     */
    public AlertLine(Watch watch, boolean coloured) {
        this.watch = watch;
        this.coloured = coloured;
    }

    /** When, how urgent, who, what happened and why, and the id that feedback wants. */
    public String of(Alert alert) {
        return when(alert) + "  " + severity(alert.getSeverity()) + "  " + watch.entity() + " "
                + OneLine.of(alert.getEntity() + " " + story(alert) + "  (alert " + alert.getAlertId() + ")");
    }

    private String when(Alert alert) {
        Instant time = alert.getLatestEvent().getEventTime();
        return time != null && watch.hasCalendar()
                ? TIME.format(time)
                : String.format(
                        Locale.ROOT, "event %17d", alert.getLatestEvent().getSequenceNumber());
    }

    private String severity(Severity severity) {
        String padded = String.format(Locale.ROOT, "%-8s", severity);
        if (!coloured || severity == Severity.LOW) {
            return padded;
        }
        return (severity == Severity.MEDIUM ? "\u001b[33m" : "\u001b[1;31m") + padded + "\u001b[0m";
    }

    private String story(Alert alert) {
        int events = alert.getEvents();
        if (alert.getState() == AlertState.CLOSED) {
            return "is closed after " + events + (events == 1 ? " unusual event" : " unusual events");
        }
        String begin = alert.getState() == AlertState.OPENED
                ? "does not behave like itself"
                : "goes on, " + events + " unusual events so far";
        Double atRisk = alert.getValueAtRisk();
        String stake = atRisk == null ? "" : String.format(Locale.ROOT, ", %,.0f at risk", atRisk);
        return begin + stake + ": " + reasons(alert.getReasons());
    }

    private String reasons(List<Reason> reasons) {
        return reasons.isEmpty()
                ? "no single reason"
                : reasons.stream().limit(REASONS).map(this::words).distinct().collect(Collectors.joining("; "));
    }

    /** Features have names for those who write watches; whoever reads alerts knows the fields. */
    private String words(Reason reason) {
        String prefix = reason.getFeature() + ":";
        return watch.features().stream()
                .filter(feature -> feature.name().equals(reason.getFeature()))
                .map(FeatureSpec::field)
                .filter(field -> !field.isEmpty() && reason.getWords().startsWith(prefix))
                .map(field -> field + reason.getWords().substring(prefix.length() - 1))
                .findFirst()
                .orElse(reason.getWords());
    }
}
