package dev.twinwatch.trainer.source;

import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.text.NearNames;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a CSV file, plain or .gz: a path is the name of a column, an empty cell is an absent value. */
public final class CsvSource implements EventSource {
    private final CsvTable table;

    /** Throws {@link SourceException} where there is no such file. */
    public CsvSource(Path file) {
        this.table = new CsvTable(file);
    }

    /** Names of the columns; throws {@link SourceException} where the file is empty. */
    public List<String> columns() {
        return table.header();
    }

    @Override
    public String name() {
        return table.path();
    }

    @Override
    public void require(List<String> paths) {
        List<String> columns = columns();
        List<String> lacking =
                paths.stream().filter(path -> !columns.contains(path)).toList();
        if (lacking.size() == paths.size() && columns.stream().anyMatch(CsvSource::isValue)) {
            throw new SourceException(name() + " begins with " + String.join(",", columns)
                    + ", which looks like an event: write the names of the columns above it, among them "
                    + String.join(", ", paths));
        }
        if (!lacking.isEmpty()) {
            throw new SourceException(name() + " has no column " + NearNames.withHints(lacking, columns) + ", only "
                    + String.join(", ", columns) + ": correct the fields of the watch or the first row of the file");
        }
    }

    /** Nobody calls a column by a number or leaves it without a name. */
    private static boolean isValue(String name) {
        return name.isBlank() || name.matches("[-+]?[0-9][-+0-9.:eTZ ]*");
    }

    @Override
    public String place(Origin origin) {
        return table.place();
    }

    @Override
    public String text() {
        return table.text();
    }

    @Override
    public double share() {
        return table.share();
    }

    @Override
    public void forEach(RecordVisitor visitor) {
        List<String> columns = columns();
        table.forEach(new CsvTable.RowVisitor() {
            @Override
            public void row(CsvTable.Row row) {
                visitor.record(new Cells(row, columns), origin(row.number()));
            }

            @Override
            public void badRow(long number, String reason) {
                visitor.unreadable(reason, origin(number));
            }

            @Override
            public boolean wantsMore() {
                return visitor.wantsMore();
            }
        });
    }

    private record Cells(CsvTable.Row row, List<String> paths) implements ListedFields {
        @Override
        public @Nullable Object valueAt(String path) {
            return row.cell(path);
        }
    }

    private Origin origin(long number) {
        return new Origin(table.name(), 0, number, false);
    }
}
