package dev.twinwatch.sandbox.demo.report;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Reason;
import dev.twinwatch.contracts.Severity;
import dev.twinwatch.engine.text.OneLine;
import dev.twinwatch.engine.watch.FeatureSpec;
import dev.twinwatch.engine.watch.TimeField;
import dev.twinwatch.engine.watch.Watch;
import dev.twinwatch.sandbox.demo.judging.Finding;
import dev.twinwatch.sandbox.demo.screen.Screen;
import dev.twinwatch.sandbox.demo.screen.Screen.Colour;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** An alert as one line that a person understands without a legend, with the truth beside it. */
public final class AlertLine {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "MMM dd HH:mm 'UTC'", java.util.Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private final Watch watch;
    private final Screen screen;

    /** For the alerts of one watch. */
    public AlertLine(Watch watch, Screen screen) {
        this.watch = watch;
        this.screen = screen;
    }

    /** The line. */
    public String of(Alert alert, Finding finding) {
        return when(alert) + "  " + severity(alert.getSeverity()) + "  " + watch.entity() + " "
                + OneLine.of(alert.getEntity() + "  " + reasons(alert.getReasons())) + "  "
                + screen.coloured("(" + finding.words() + ")", colour(finding));
    }

    /** Without a calendar an event is best found by its number. */
    private static String when(Alert alert) {
        Instant time = alert.getOpeningEvent().getEventTime();
        return time != null
                ? TIME.format(time)
                : String.format("event %10d", alert.getOpeningEvent().getSequenceNumber());
    }

    private String severity(Severity severity) {
        String padded = String.format("%-8s", severity);
        return switch (severity) {
            case CRITICAL, HIGH -> screen.coloured(padded, Colour.RED);
            case MEDIUM -> screen.coloured(padded, Colour.YELLOW);
            case LOW -> padded;
        };
    }

    private static Colour colour(Finding finding) {
        return finding instanceof Finding.Caught ? Colour.GREEN : Colour.GREY;
    }

    /** The first alone: it is the most telling, and a line has room for one. */
    private String reasons(List<Reason> reasons) {
        return reasons.isEmpty() ? "behaves unlike itself, no single reason" : words(reasons.get(0));
    }

    /** Features have names for those who write watches; whoever reads alerts knows the fields. */
    private String words(Reason reason) {
        String prefix = reason.getFeature() + ":";
        return feature(reason)
                .map(FeatureSpec::field)
                .filter(field -> !field.isEmpty() && reason.getWords().startsWith(prefix))
                .map(field -> field + reason.getWords().substring(prefix.length() - 1))
                .orElse(reason.getWords());
    }

    private Optional<FeatureSpec> feature(Reason reason) {
        return watch.features().stream()
                .filter(feature -> feature.name().equals(reason.getFeature()))
                .findFirst();
    }

    /** That of the time where the feature reads the time; empty where no feature is named. */
    public String fieldOfFirstReason(Alert alert) {
        String ofTime = watch.time().map(TimeField::field).orElse("");
        return alert.getReasons().stream()
                .limit(1)
                .flatMap(reason -> feature(reason).stream())
                .map(feature -> feature.field().isEmpty() ? ofTime : feature.field())
                .findFirst()
                .orElse("");
    }
}
