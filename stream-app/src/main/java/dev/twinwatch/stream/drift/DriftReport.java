package dev.twinwatch.stream.drift;

import dev.twinwatch.engine.drift.Drift;
import dev.twinwatch.engine.drift.Moved;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What is said of drift when a day is over.
 *
 * @param until last day of the events, UTC
 * @param model SHA-256 of the bundle that they are compared with
 * @param drift of them
 * @param frauds alerts that people called fraud meanwhile
 * @param legitimate alerts that people called legitimate
 */
public record DriftReport(LocalDate until, String model, Drift drift, long frauds, long legitimate) {
    /** Share of fraud among the alerts that people judged, 0 to 1; empty where they judged none. */
    public OptionalDouble precision() {
        long judged = frauds + legitimate;
        return judged == 0 ? OptionalDouble.empty() : OptionalDouble.of(frauds / (double) judged);
    }

    /** On one line for a person: what moved furthest, then everything. */
    public String line() {
        Moved furthest = drift.furthest();
        List<String> parts = new ArrayList<>();
        parts.add(text(
                "%s: %d genuine events under model %s, %s moved furthest with a stability index of %.2f (%s)",
                until,
                drift.events(),
                model.substring(0, Math.min(12, model.length())),
                furthest.name(),
                furthest.stabilityIndex(),
                furthest.stabilityIndex() > Drift.SIGNIFICANT ? "significant" : "not significant"));
        drift.moved().forEach(moved -> parts.add(part(moved)));
        parts.add(text(
                "%.1f %% of events went into references where %.1f %% is usual",
                100 * drift.absorbed(), 100 * drift.usuallyAbsorbed()));
        parts.add(
                precision().isEmpty()
                        ? "no alert was judged"
                        : text("%d of %d judged alerts were fraud", frauds, frauds + legitimate));
        return String.join("; ", parts);
    }

    private static String part(Moved moved) {
        String index = text("%s %.2f", moved.name(), moved.stabilityIndex());
        return index
                + moved.strange()
                        .map(strange -> text(
                                ", %.1f %% %s where %.1f %% is usual",
                                100 * strange.share(),
                                switch (strange.kind()) {
                                    case OUT_OF_RANGE -> "out of range";
                                    case UNKNOWN -> "never seen in training";
                                },
                                100 * strange.usual()))
                        .orElse("");
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
