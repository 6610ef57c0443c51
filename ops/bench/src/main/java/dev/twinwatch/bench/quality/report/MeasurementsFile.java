package dev.twinwatch.bench.quality.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Markdown file of which one section is this command's own: from its heading to the next of the same rank. */
public final class MeasurementsFile {
    /** Begins the heading of the section, before the date. */
    static final String HEADING = "## Quality beside published results";

    private MeasurementsFile() {}

    /**
     * Replaces the section, or adds it at the end of the file.
     *
     * @param date of the run
     * @param how command and machine, in sentences
     * @param tables Markdown
     */
    public static void replace(Path file, String date, String how, String tables) throws IOException {
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        int from = 0;
        while (from < lines.size() && !lines.get(from).startsWith(HEADING)) {
            from++;
        }
        int to = Math.min(lines.size(), from + 1);
        while (to < lines.size() && !lines.get(to).startsWith("## ")) {
            to++;
        }
        List<String> written = new ArrayList<>(lines.subList(0, from));
        if (!written.isEmpty() && !written.get(written.size() - 1).isBlank()) {
            written.add("");
        }
        written.add(HEADING + " (" + date + ")");
        written.add("");
        written.add(how);
        tables.lines().forEach(written::add);
        if (to < lines.size()) {
            written.add("");
            written.addAll(lines.subList(to, lines.size()));
        }
        Files.write(file, written);
    }
}
