package dev.twinwatch.trainer.source;

import dev.twinwatch.engine.features.LabelTimes;
import dev.twinwatch.engine.watch.Watch;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Labels out of a CSV file with the columns `entity`, `event_id` or `from` and `to`, `label` and, if wanted, `known_at`;
 * times in the unit of the watch.
 *
 * @param labels rows that are labels, in order
 * @param problems one sentence for each row that is none, with its line and what to write instead
 */
public record LabelFile(List<Label> labels, List<String> problems) {
    public LabelFile {
        labels = List.copyOf(labels);
        problems = List.copyOf(problems);
    }

    /** Reads a file; throws {@link SourceException} where it does not exist or lacks a column. */
    public static LabelFile read(Path file, Watch watch) {
        CsvTable table = new CsvTable(file);
        List<String> header = table.header();
        boolean byEvent = header.contains("event_id");
        boolean byTime = header.contains("from") && header.contains("to");
        if (!header.contains("entity") || !header.contains("label") || !(byEvent || byTime)) {
            throw new SourceException(file + " has the columns " + header
                    + ", expected entity, event_id, label or entity, from, to, label");
        }
        LabelTimes times = new LabelTimes(watch);
        Rows<Label> rows = Rows.read(table, row -> label(row, times));
        return new LabelFile(rows.values(), rows.problems());
    }

    private static Label label(CsvTable.Row row, LabelTimes times) throws BadCell {
        String entity = Rows.required(row, "entity");
        Label.Kind kind = kind(Rows.required(row, "label"));
        String knownAt = row.cell("known_at");
        OptionalLong known = knownAt == null ? OptionalLong.empty() : OptionalLong.of(time(times, "known_at", knownAt));
        @Nullable String eventId = row.cell("event_id");
        if (eventId != null) {
            return new Label(entity, eventId, 0, 0, kind, known);
        }
        if (row.cell("from") == null) {
            throw new BadCell("has neither event_id nor from and to: write one of them");
        }
        long from = time(times, "from", Rows.required(row, "from"));
        long to = time(times, "to", Rows.required(row, "to"));
        if (to < from) {
            throw new BadCell("has to " + row.cell("to") + " before from " + row.cell("from") + ": swap them");
        }
        return new Label(entity, "", from, to, kind, known);
    }

    private static long time(LabelTimes times, String column, String text) throws BadCell {
        try {
            return times.parse(column, text);
        } catch (IllegalArgumentException e) {
            throw new BadCell(String.valueOf(e.getMessage()));
        }
    }

    private static Label.Kind kind(String text) throws BadCell {
        return switch (text.strip().toUpperCase(Locale.ROOT)) {
            case "FRAUD" -> Label.Kind.FRAUD;
            case "LEGITIMATE" -> Label.Kind.LEGITIMATE;
            default -> throw new BadCell("has label " + text + ", expected FRAUD or LEGITIMATE");
        };
    }
}
