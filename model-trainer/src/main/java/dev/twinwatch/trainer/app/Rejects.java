package dev.twinwatch.trainer.app;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.twinwatch.trainer.history.HistoryException;
import dev.twinwatch.trainer.history.RejectListener;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Records that are no events: counted, the first ones shown, all of them written to a file of their own. */
final class Rejects implements RejectListener, Closeable {
    private static final int SHOWN = 5;
    private static final String HEADER = "problem,record";

    private final Path file;
    private final List<String> first = new ArrayList<>();
    private @Nullable CsvWriter writer;
    private long count;

    private Rejects(Path file) {
        this.file = file;
    }

    /** Throws IllegalArgumentException where the file cannot be written or is one of something else. */
    static Rejects to(Path file) throws IOException {
        OutFile.of("--rejects", file);
        if (Files.exists(file)) {
            try (BufferedReader old = Files.newBufferedReader(file)) {
                if (!HEADER.equals(old.readLine())) {
                    throw new IllegalArgumentException("--rejects " + file
                            + " exists and is no file of rejected records: name another one, or move it away");
                }
            }
            Files.delete(file);
        }
        return new Rejects(file);
    }

    @Override
    public void rejected(String problem, String record) {
        count++;
        if (first.size() < SHOWN) {
            first.add(problem);
        }
        try {
            if (writer == null) {
                writer = CsvWriter.builder().build(file);
                writer.writeRecord(HEADER.split(",", -1));
            }
            writer.writeRecord(problem, record);
        } catch (IOException e) {
            throw new UncheckedIOException("--rejects " + file + " cannot be written", e);
        }
    }

    /** So far. */
    long count() {
        return count;
    }

    /** The first ones, and where all of them are. */
    void show(PrintWriter terminal) {
        first.forEach(problem -> terminal.println("  " + problem));
        if (count > 0) {
            terminal.printf(Locale.ROOT, "  all %,d of them: %s%n", count, file);
        }
    }

    /** Throws where more than a share of all records is rejected: then the data, or the watch, is another one than meant. */
    void requireAtMost(double percent, String source, long events) {
        double share = 100.0 * count / Math.max(1, count + events);
        if (share > percent) {
            throw new HistoryException(String.format(
                    Locale.ROOT,
                    "%s: %,d of %,d records (%.2f %%) are no events, more than --max-rejected %s %%. The first: %s. All of"
                            + " them are in %s: correct the data or the watch, or allow more with --max-rejected %.0f",
                    source,
                    count,
                    count + events,
                    share,
                    percent == Math.rint(percent) ? String.valueOf((long) percent) : String.valueOf(percent),
                    String.join("; ", first),
                    file,
                    Math.min(100, Math.ceil(share))));
        }
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
