package dev.twinwatch.trainer.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A CSV file with a header row, plain or compressed (.gz), read row by row. */
final class CsvTable {
    /** Lines in the cells of one row. */
    private static final int MOST_LINES = 100;

    private static final int BUFFER = 1 << 16;

    private final Path file;

    CsvTable(Path file) {
        this.file = file;
        if (!Files.isRegularFile(file)) {
            throw new SourceException(file + " is not a file: check the path, relative ones start at "
                    + Path.of("").toAbsolutePath());
        }
    }

    /** Sees the rows. */
    interface RowVisitor {
        void row(Row row);

        /** A row with another number of cells than the header. */
        void badRow(long number, String reason);
    }

    /** One row: its number among the rows below the header (the first is 1), and the line of the file where it starts. */
    record Row(String file, long number, long line, Map<String, Integer> columns, List<String> cells) {
        /** The cell in a column; null where it is empty or there is no such column. */
        @Nullable
        String cell(String column) {
            Integer at = columns.get(column);
            String cell = at == null ? "" : cells.get(at);
            return cell.isEmpty() ? null : cell;
        }

        /** For messages. */
        String place() {
            return file + " line " + line;
        }
    }

    String path() {
        return file.toString();
    }

    String name() {
        return file.getFileName().toString();
    }

    /** Names of the columns. */
    List<String> header() {
        return read((iterator, header) -> header);
    }

    void forEach(RowVisitor visitor) {
        read((iterator, header) -> {
            Map<String, Integer> columns = columns(header);
            long number = 0;
            while (iterator.hasNext()) {
                CsvRecord cells = iterator.next();
                number++;
                long line = cells.getStartingLineNumber();
                if (isOpenQuote(cells, header.size())) {
                    throw new SourceException(
                            file + " line " + line + " opens a quote that is not closed in that row, so"
                                    + " that the rows after it are lost in one cell: close it, or double a quote that is meant");
                } else if (cells.getFieldCount() == header.size()) {
                    visitor.row(new Row(name(), number, line, columns, cells.getFields()));
                } else {
                    visitor.badRow(
                            number,
                            name() + " line " + line + " has " + cells.getFieldCount() + " cells, the header has "
                                    + header.size() + ": quote cells that contain a comma");
                }
            }
            return header;
        });
    }

    /** Cells with line breaks are allowed, but not where they break the row, nor over more lines than a person writes. */
    private static boolean isOpenQuote(CsvRecord cells, int columns) {
        long breaks = cells.getFields().stream()
                .mapToLong(cell -> cell.chars().filter(c -> c == '\n').count())
                .sum();
        return breaks > MOST_LINES || (breaks > 0 && cells.getFieldCount() != columns);
    }

    private interface Reading {
        List<String> of(Iterator<CsvRecord> rows, List<String> header);
    }

    private List<String> read(Reading reading) {
        try (InputStream bytes = open();
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .detectBomHeader(true)
                        .ofCsvRecord(bytes)) {
            Iterator<CsvRecord> rows = csv.iterator();
            if (!rows.hasNext()) {
                throw new SourceException(file + " is empty: its first row must name the columns");
            }
            return reading.of(rows, rows.next().getFields());
        } catch (CsvParseException e) {
            throw new SourceException(file + " is not CSV: " + e.getMessage(), e);
        } catch (IOException | UncheckedIOException e) {
            throw new SourceException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private InputStream open() throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        if (!name().endsWith(".gz")) {
            return bytes;
        }
        try {
            return new GZIPInputStream(bytes, BUFFER);
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    private Map<String, Integer> columns(List<String> header) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).isBlank() || columns.put(header.get(i), i) != null) {
                throw new SourceException(file + " has the column name '" + header.get(i) + "' "
                        + (header.get(i).isBlank() ? "at place " + (i + 1) : "twice")
                        + ": the first row must give each column a name of its own");
            }
        }
        return columns;
    }
}
