package dev.twinwatch.trainer;

import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.RecordVisitor;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in memory as a source; a cell that is empty is absent, a row with another number of cells is unreadable. */
public record Table(List<String> columns, List<List<String>> rows) implements EventSource {
    /** Cells parted by commas, the first row names the columns. */
    public static Table of(String header, String... rows) {
        return new Table(cells(header), Arrays.stream(rows).map(Table::cells).toList());
    }

    private static List<String> cells(String row) {
        return List.of(row.split(",", -1));
    }

    @Override
    public String name() {
        return "t.csv";
    }

    @Override
    public void forEach(RecordVisitor visitor) {
        long number = 0;
        for (List<String> row : rows) {
            Origin origin = new Origin(name(), 0, ++number, false);
            if (row.size() == columns.size()) {
                visitor.record(path -> cell(row, path), origin);
            } else {
                visitor.unreadable("t.csv row " + number + " has " + row.size() + " cells", origin);
            }
        }
    }

    private @Nullable String cell(List<String> row, String column) {
        int at = columns.indexOf(column);
        return at < 0 || row.get(at).isEmpty() ? null : row.get(at);
    }
}
