package dev.twinwatch.stream.sending;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A CSV file, plain or .gz, whose first row names the columns; read one row after the other. */
public final class CsvRows implements AutoCloseable {
    private final Path file;
    private final CsvReader<NamedCsvRecord> csv;
    private final Iterator<NamedCsvRecord> rows;
    private @Nullable NamedCsvRecord peeked;

    private CsvRows(Path file, CsvReader<NamedCsvRecord> csv) {
        this.file = file;
        this.csv = csv;
        this.rows = csv.iterator();
    }

    /** Throws IllegalArgumentException where there is no such file. */
    public static CsvRows open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(file + " is not a file: check the path, relative ones start at "
                    + Path.of("").toAbsolutePath());
        }
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        if (file.toString().endsWith(".gz")) {
            bytes = new GZIPInputStream(bytes);
        }
        return new CsvRows(
                file,
                CsvReader.builder()
                        .detectBomHeader(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofNamedCsvRecord(bytes));
    }

    /**
     * A row; empty cells are left out.
     *
     * @param line in the file, from 1
     * @param cells by column
     * @param problem why it cannot be read, empty where it can
     */
    public record Row(long line, Map<String, String> cells, String problem) {}

    /** Names of the columns; throws IllegalArgumentException where there is no row. */
    public List<String> columns() {
        return first().getHeader();
    }

    private NamedCsvRecord first() {
        if (!hasNext() || peeked == null) {
            throw new IllegalArgumentException(file + " has no rows below its first one, which names the columns");
        }
        return peeked;
    }

    /** Whether there is one more; throws IllegalArgumentException where the rest is no CSV. */
    public boolean hasNext() {
        try {
            if (peeked == null && rows.hasNext()) {
                peeked = rows.next();
            }
            return peeked != null;
        } catch (CsvParseException e) {
            throw new IllegalArgumentException(file + " is not CSV: " + e.getMessage(), e);
        }
    }

    /** The next one. */
    public Row next() {
        NamedCsvRecord record = first();
        peeked = null;
        int columns = record.getHeader().size();
        if (record.getFieldCount() != columns) {
            return new Row(
                    record.getStartingLineNumber(),
                    Map.of(),
                    "has " + record.getFieldCount() + " cells, the header has " + columns
                            + ": quote cells that contain a comma, write an empty cell for a missing value");
        }
        Map<String, String> cells = new HashMap<>(record.getFieldsAsMap());
        cells.values().removeIf(String::isEmpty);
        return new Row(record.getStartingLineNumber(), cells, "");
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
