package dev.twinwatch.stream.feedback;

import dev.twinwatch.contracts.Label;
import dev.twinwatch.engine.features.LabelTimes;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.TimeField;
import dev.twinwatch.engine.watch.Watch;
import dev.twinwatch.stream.sending.CsvRows;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of labels: `entity` and `event_id`, `event_id` alone, or `entity`, `from` and `to`; then `label` and, if wanted,
 * `known_at`. A column that is named like the time field of the watch says when the event happened, those that are named like
 * its categories which values it had.
 */
final class LabelRows {
    private static final Instant EARLIEST = Instant.parse("1700-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final Watch watch;
    private final LabelTimes times;
    private final List<String> categories;

    /** Throws IllegalArgumentException in one sentence where a column is missing. */
    LabelRows(Watch watch, Path file, List<String> columns) {
        this.watch = watch;
        this.times = new LabelTimes(watch);
        this.categories =
                Layout.of(watch).categories().stream().filter(columns::contains).toList();
        boolean byEvent = columns.contains("event_id");
        boolean byTime = columns.contains("entity") && columns.contains("from") && columns.contains("to");
        if (!columns.contains("label") || !(byEvent || byTime)) {
            throw new IllegalArgumentException(file + " has the columns " + String.join(", ", columns)
                    + ", expected event_id, label or entity, event_id, label or entity, from, to, label:"
                    + " correct its first row");
        }
        if (!byEvent && !watch.hasCalendar()) {
            throw new IllegalArgumentException(file + " names events by from and to, and the events of watch "
                    + watch.name() + " have no calendar by which they could be found: give it a column event_id");
        }
    }

    /** The row; throws IllegalArgumentException with what is wrong, to be read behind its line. */
    LabelRow read(CsvRows.Row row) {
        if (!row.problem().isEmpty()) {
            throw new IllegalArgumentException(row.problem());
        }
        Map<String, String> cells = row.cells();
        String entity = cells.get("entity");
        String eventId = cells.get("event_id");
        Instant knownAt = watch.hasCalendar() ? moment(cells, "known_at") : null;
        if (eventId != null) {
            String timeField = watch.time().map(TimeField::field).orElse("");
            Instant time = watch.hasCalendar() ? moment(cells, timeField) : null;
            return new LabelRow(entity, eventId, 0, 0, label(cells), knownAt, time, values(cells));
        }
        String from = cells.get("from");
        String to = cells.get("to");
        if (entity == null || from == null || to == null || !watch.hasCalendar()) {
            throw new IllegalArgumentException("has neither event_id nor entity, from and to: write one of them");
        }
        long first = times.parse("from", from);
        long last = times.parse("to", to);
        if (last < first) {
            throw new IllegalArgumentException("has to " + to + " before from " + from + ": swap them");
        }
        return new LabelRow(entity, null, first, last, label(cells), knownAt, null, values(cells));
    }

    private static Label label(Map<String, String> cells) {
        String text = cells.getOrDefault("label", "").strip();
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "FRAUD" -> Label.FRAUD;
            case "LEGITIMATE" -> Label.LEGITIMATE;
            default -> throw new IllegalArgumentException("has label " + text + ", expected FRAUD or LEGITIMATE");
        };
    }

    private @Nullable Instant moment(Map<String, String> cells, String column) {
        String text = cells.get(column);
        if (text == null) {
            return null;
        }
        Instant moment =
                Instant.EPOCH.plus(times.parse(column, text), ChronoUnit.MICROS).truncatedTo(ChronoUnit.MILLIS);
        if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
            throw new IllegalArgumentException("has " + column + " " + text + ", which is " + moment
                    + ": correct it, or the unit of the time in the watch");
        }
        return moment;
    }

    private Map<String, String> values(Map<String, String> cells) {
        Map<String, String> values = new HashMap<>(cells);
        values.keySet().retainAll(categories);
        return values;
    }
}
