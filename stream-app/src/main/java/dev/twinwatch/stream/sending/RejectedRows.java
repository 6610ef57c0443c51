package dev.twinwatch.stream.sending;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.twinwatch.engine.text.OneLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is wrong with the rows that were not sent: the first ones at the terminal, all of them in a file of their own. */
public final class RejectedRows implements AutoCloseable {
    private static final int SHOWN = 5;
    private static final String HEADER = "problem";

    private final Path file;
    private final PrintWriter terminal;
    private @Nullable CsvWriter writer;
    private long count;

    private RejectedRows(Path file, PrintWriter terminal) {
        this.file = file;
        this.terminal = terminal;
    }

    /**
     * For a run that writes this file only where a row is rejected; one of an earlier run is deleted.
     *
     * @throws IllegalArgumentException where the file is one of something else
     */
    public static RejectedRows to(Path file, PrintWriter terminal) throws IOException {
        if (Files.exists(file)) {
            try (BufferedReader old = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
                if (!HEADER.equals(old.readLine())) {
                    throw new IllegalArgumentException("--rejects " + file
                            + " exists and is no file of rejected rows: name another one, or move it away");
                }
            }
            Files.delete(file);
        }
        return new RejectedRows(file, terminal);
    }

    /** Notes one. */
    public void add(String problem) {
        if (count++ < SHOWN) {
            terminal.println("  " + OneLine.of(problem));
        }
        try {
            if (writer == null) {
                writer = CsvWriter.builder().build(file);
                writer.writeRecord(HEADER);
            }
            writer.writeRecord(problem);
        } catch (IOException e) {
            throw new UncheckedIOException("--rejects " + file + " cannot be written: name another one", e);
        }
    }

    /** Says where all of them are, if there are any. */
    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
            terminal.printf(Locale.ROOT, "  all %,d of them: %s%n", count, file);
        }
    }
}
