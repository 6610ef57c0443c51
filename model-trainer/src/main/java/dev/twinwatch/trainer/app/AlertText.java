package dev.twinwatch.trainer.app;

import dev.twinwatch.engine.text.OneLine;
import dev.twinwatch.engine.watch.Watch;
import dev.twinwatch.trainer.backtest.AlertStory;
import dev.twinwatch.trainer.backtest.Finding;
import dev.twinwatch.trainer.backtest.SideBySide;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Alerts of a backtest as lines for people; times are UTC. */
final class AlertText {
    private static final int REASONS = 2;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Watch watch;

    AlertText(Watch watch) {
        this.watch = watch;
    }

    /** One alert. */
    String of(AlertStory story) {
        return when(story) + "  " + String.format("%-8s", story.severity()) + "  " + rest(story);
    }

    /** One story as two backtests tell it, both severities where they differ. */
    String of(SideBySide.Pair pair) {
        AlertStory story = pair.first().or(pair::second).orElseThrow();
        String other = pair.first()
                .flatMap(first -> pair.second().filter(second -> second.severity() != first.severity()))
                .map(second -> " / " + second.severity())
                .orElse("");
        return place(pair) + "  " + when(story) + "  " + String.format("%-19s", story.severity() + other) + "  "
                + rest(story);
    }

    /** Which of the two tells it, as wide for each. */
    static String place(SideBySide.Pair pair) {
        return pair.second().isEmpty() ? "first " : pair.first().isEmpty() ? "second" : "both  ";
    }

    private String rest(AlertStory story) {
        String reasons = story.reasons().isEmpty()
                ? "behaves unlike itself, no single reason"
                : String.join(
                        "; ",
                        story.reasons()
                                .subList(0, Math.min(REASONS, story.reasons().size())));
        return OneLine.of(watch.entity() + " " + story.entity() + "  " + reasons)
                + words(story.finding()).map(words -> "  (" + words + ")").orElse("");
    }

    static Optional<String> words(Optional<Finding> finding) {
        return finding.map(Finding::words);
    }

    /** Without a calendar an event is best found by its number. */
    private String when(AlertStory story) {
        return watch.hasCalendar()
                ? TIME.format(instant(story)) + "Z"
                : String.format(Locale.ROOT, "event %,9d", story.opening().number());
    }

    /** As a cell of a table: ISO 8601, or the time as the events have it. */
    String cell(AlertStory story) {
        return watch.hasCalendar()
                ? instant(story).toString()
                : String.valueOf(story.opening().time());
    }

    private static Instant instant(AlertStory story) {
        return Instant.EPOCH.plus(story.opening().time(), ChronoUnit.MICROS);
    }
}
