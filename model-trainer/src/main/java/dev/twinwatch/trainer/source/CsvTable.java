package dev.twinwatch.trainer.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** A CSV file with a header row, plain or compressed (.gz), read row by row. */
final class CsvTable {
    /** Lines in the cells of one row. */
    private static final int MOST_LINES = 100;

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private @Nullable CsvRecord current;
    private @Nullable CountedBytes bytes;

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

        /** Whether more rows should be read. */
        default boolean wantsMore() {
            return true;
        }
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

    /** Where the row that is visited stands. */
    String place() {
        return name() + " line " + (current == null ? 1 : current.getStartingLineNumber());
    }

    /** Of the bytes of the file, those that were read, 0 to 1. */
    double share() {
        return bytes == null ? 0 : bytes.share();
    }

    /** The row that is visited, as CSV. */
    String text() {
        StringWriter text = new StringWriter();
        if (current != null) {
            CsvWriter.builder()
                    .lineDelimiter(LineDelimiter.LF)
                    .bufferSize(0)
                    .build(text)
                    .writeRecord(current.getFields());
        }
        return text.toString().strip();
    }

    /** Names of the columns. */
    List<String> header() {
        return read((iterator, header) -> header);
    }

    void forEach(RowVisitor visitor) {
        read((iterator, header) -> {
            Map<String, Integer> columns = columns(header);
            long number = 0;
            while (visitor.wantsMore() && iterator.hasNext()) {
                CsvRecord cells = iterator.next();
                current = cells;
                number++;
                long line = cells.getStartingLineNumber();
                if (isOpenQuote(cells, header.size())) {
                    throw new SourceException(
                            file + " line " + line + " opens a quote that is not closed in that row, so"
                                    + " that the rows after it are lost in one cell: close it, or double a quote that is meant");
                } else if (cells.getFieldCount() == header.size()) {
                    visitor.row(new Row(name(), number, line, columns, cells.getFields()));
                } else {
                    visitor.badRow(number, place() + " " + otherCount(cells.getFieldCount(), header.size()));
                }
            }
            return header;
        });
    }

    private static String otherCount(int cells, int columns) {
        return "has " + cells + " cells, the header has " + columns + ": "
                + (cells > columns
                        ? "quote cells that contain a comma"
                        : "write all of them, an empty one for a missing value");
    }

    /** Cells with line breaks are allowed, but not where they break the row, nor over more lines than a person writes. */
    private static boolean isOpenQuote(CsvRecord cells, int columns) {
        int breaks = 0;
        for (String cell : cells.getFields()) {
            for (int at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) {
                breaks++;
            }
        }
        return breaks > MOST_LINES || (breaks > 0 && cells.getFieldCount() != columns);
    }

    private interface Reading {
        List<String> of(Iterator<CsvRecord> rows, List<String> header);
    }

    private List<String> read(Reading reading) {
        current = null;
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
            throw unreadable(e);
        }
    }

    private SourceException unreadable(Exception e) {
        Throwable cause = e.getCause() instanceof IOException inner ? inner : e;
        String after = current == null ? "" : " after line " + current.getStartingLineNumber();
        String remedy = cause instanceof EOFException
                ? " breaks off" + after + " before its compressed data end: copy it again, or compress it anew"
                : cause instanceof ZipException && current != null
                        ? " is damaged" + after + ": copy it again, or compress it anew"
                        : cause instanceof ZipException
                                ? " is not compressed as its name says: compress it with gzip, or take .gz off its name"
                                : " cannot be read" + after + ": " + cause.getMessage();
        return new SourceException(file + remedy, e);
    }

    private InputStream open() throws IOException {
        bytes = new CountedBytes(Files.newInputStream(file), Files.size(file));
        InputStream buffered = new BufferedInputStream(bytes, BUFFER);
        if (!name().endsWith(".gz")) {
            return buffered;
        }
        try {
            return new GZIPInputStream(buffered, BUFFER);
        } catch (IOException e) {
            buffered.close();
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
