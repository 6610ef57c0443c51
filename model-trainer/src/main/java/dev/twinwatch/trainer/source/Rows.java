package dev.twinwatch.trainer.source;

import java.util.ArrayList;
import java.util.List;

/** Rows of a file as values, and a sentence for each row that is none. */
record Rows<T>(List<T> values, List<String> problems) {
    /** Makes a value of a row. */
    interface Parser<T> {
        T parse(CsvTable.Row row) throws BadCell;
    }

    static <T> Rows<T> read(CsvTable table, Parser<T> parser) {
        Rows<T> rows = new Rows<>(new ArrayList<>(), new ArrayList<>());
        table.forEach(new CsvTable.RowVisitor() {
            @Override
            public void row(CsvTable.Row row) {
                try {
                    rows.values.add(parser.parse(row));
                } catch (BadCell e) {
                    rows.problems.add(row.place() + " " + e.reason);
                }
            }

            @Override
            public void badRow(long number, String reason) {
                rows.problems.add(reason);
            }
        });
        return rows;
    }

    static String required(CsvTable.Row row, String column) throws BadCell {
        String cell = row.cell(column);
        if (cell == null || cell.isBlank()) {
            throw new BadCell("has no " + column + ": fill the cell or take the row out");
        }
        return cell;
    }
}
