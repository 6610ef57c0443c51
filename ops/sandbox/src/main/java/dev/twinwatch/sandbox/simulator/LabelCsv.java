package dev.twinwatch.sandbox.simulator;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;

/** The truth as labels in CSV: {@code entity,from,to,label}, times in milliseconds, both included, UTF-8. */
public final class LabelCsv {
    private LabelCsv() {}

    /** Writes one line for each takeover, replacing a file that is there; all other payments are legitimate. */
    public static void write(Iterable<Takeover> takeovers, Path file) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
            csv.writeRecord("entity", "from", "to", "label");
            for (Takeover takeover : takeovers) {
                csv.writeRecord(
                        takeover.customer(), Long.toString(takeover.from()), Long.toString(takeover.to()), "FRAUD");
            }
        }
    }
}
