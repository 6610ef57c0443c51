package dev.twinwatch.bench.quality.table;

import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.trainer.source.CsvSource;
import dev.twinwatch.trainer.source.RecordVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A file of a data set, plain or compressed, of which some columns are read by name. */
public final class Table {
    private final Path file;
    private final CsvSource rows;

    private Table(Path file, CsvSource rows) {
        this.file = file;
        this.rows = rows;
    }

    /** Throws {@link DataException} where the file or one of the columns is missing. */
    public static Table of(Path file, List<String> columns) {
        if (!Files.isRegularFile(file)) {
            throw new DataException(file + " is missing: --data must name the folder that holds schonlau,"
                    + " cmu-keystroke and fdh-card-fraud, or leave this data set out with --only");
        }
        CsvSource rows = new CsvSource(file);
        List<String> found = rows.columns();
        List<String> lacking = columns.stream().filter(c -> !found.contains(c)).toList();
        if (!lacking.isEmpty()) {
            throw new DataException(file + " has no column " + String.join(", ", lacking) + ", only "
                    + String.join(", ", found) + ": take the file as its data set describes it");
        }
        return new Table(file, rows);
    }

    /** Names of all columns, in the order of the file. */
    public List<String> columns() {
        return rows.columns();
    }

    /** Hands on each row from top to bottom; throws {@link DataException} at one that is broken. */
    public void forEach(Consumer<Row> visitor) {
        rows.forEach(new RecordVisitor() {
            @Override
            public void record(Fields fields, Origin origin) {
                visitor.accept(new Row(fields, file + " row " + origin.offset()));
            }

            @Override
            public void unreadable(String reason, Origin origin) {
                throw new DataException(file + ": " + reason);
            }
        });
    }
}
