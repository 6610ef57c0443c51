package dev.twinwatch.trainer.inspection;

import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.ListedFields;
import dev.twinwatch.trainer.source.RecordVisitor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is in a source that nobody has described: one pass over all records, in bounded memory for each path. */
final class Columns implements RecordVisitor {
    private static final int MOST_PATHS = 500;
    private static final int SHOWN_PROBLEMS = 5;

    private final Map<String, Column> byPath = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private long rows;
    private long unreadable;

    private Columns() {}

    /** Throws {@link dev.twinwatch.trainer.source.SourceException} where the source cannot be read. */
    static Columns of(EventSource source) {
        Columns columns = new Columns();
        source.forEach(columns);
        if (columns.rows == 0) {
            throw new IllegalArgumentException(source.name() + " has no records"
                    + (columns.problems.isEmpty()
                            ? ": bring some events"
                            : " that can be read; the first problems: " + String.join("; ", columns.problems)));
        }
        requireSeparators(source, columns.paths());
        return columns;
    }

    private static void requireSeparators(EventSource source, List<String> paths) {
        String only = paths.size() == 1 ? paths.get(0) : "";
        for (String separator : List.of(";", "\t", "|")) {
            if (only.contains(separator)) {
                throw new IllegalArgumentException(source.name() + " has one column called " + Words.quoted(only)
                        + ": its cells seem to be separated by "
                        + (separator.equals("\t") ? "tabs" : "`" + separator + "`")
                        + ", write commas instead");
            }
        }
    }

    @Override
    public void record(Fields fields, Origin origin) {
        if (!(fields instanceof ListedFields listed)) {
            throw new IllegalStateException("records of " + origin.source() + " do not list their fields");
        }
        rows++;
        for (String path : listed.paths()) {
            Column column = byPath.get(path);
            if (column == null && byPath.size() < MOST_PATHS) {
                column = new Column(path);
                byPath.put(path, column);
            }
            Object value = listed.valueAt(path);
            if (column != null && value != null && !value.toString().isBlank()) {
                column.add(value);
            }
        }
    }

    @Override
    public void unreadable(String reason, Origin origin) {
        unreadable++;
        if (problems.size() < SHOWN_PROBLEMS) {
            problems.add(reason);
        }
    }

    /** Records that could be read. */
    long rows() {
        return rows;
    }

    long unreadable() {
        return unreadable;
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    /** In the order of the first record. */
    List<Column> all() {
        return List.copyOf(byPath.values());
    }

    List<String> paths() {
        return List.copyOf(byPath.keySet());
    }

    Optional<Column> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** The column that somebody named; throws IllegalArgumentException with the nearest name where there is none. */
    Column named(String option, String path) {
        return find(path)
                .orElseThrow(() -> new IllegalArgumentException(
                        option + " " + path + " is no column of the events" + NearName.suggestion(path, paths())));
    }
}
