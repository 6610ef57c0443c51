package dev.twinwatch.trainer.source;

import java.nio.file.Path;
import java.util.List;

/**
 * Pairs for training out of a CSV file with the columns {@code left}, {@code right} (ids of sequences) and {@code alike}
 * (0 or 1).
 *
 * @param pairs rows that are pairs, in order
 * @param problems one sentence for each row that is none, with its line and what to write instead
 */
public record PairFile(List<Pair> pairs, List<String> problems) {
    /** Two sequences by their ids, and whether they are of one entity. */
    public record Pair(String left, String right, boolean alike) {}

    public PairFile {
        pairs = List.copyOf(pairs);
        problems = List.copyOf(problems);
    }

    /** Reads a file; throws {@link SourceException} where it does not exist or lacks a column. */
    public static PairFile read(Path file) {
        CsvTable table = new CsvTable(file);
        List<String> header = table.header();
        if (!header.containsAll(List.of("left", "right", "alike"))) {
            throw new SourceException(file + " has the columns " + header + ", expected left, right, alike");
        }
        Rows<Pair> rows = Rows.read(table, PairFile::pair);
        return new PairFile(rows.values(), rows.problems());
    }

    private static Pair pair(CsvTable.Row row) throws BadCell {
        String alike = Rows.required(row, "alike").strip();
        if (!alike.equals("0") && !alike.equals("1")) {
            throw new BadCell("has alike " + alike + ", expected 1 for the same entity or 0 for different ones");
        }
        return new Pair(Rows.required(row, "left"), Rows.required(row, "right"), alike.equals("1"));
    }
}
