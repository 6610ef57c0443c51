package dev.twinwatch.trainer.app;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.twinwatch.trainer.backtest.AlertStory;
import dev.twinwatch.trainer.backtest.SideBySide;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Alerts of a backtest as a CSV file, one row for each; of two backtests with a first column that says whose it is. */
final class AlertTable {
    private static final List<String> COLUMNS = List.of(
            "alert_id",
            "entity",
            "opened",
            "event_id",
            "severity",
            "state",
            "events",
            "evidence",
            "limit",
            "reasons",
            "finding");

    private final AlertText text;

    AlertTable(AlertText text) {
        this.text = text;
    }

    void write(List<AlertStory> stories, Path file) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(COLUMNS);
            for (AlertStory story : stories) {
                csv.writeRecord(cells(story));
            }
        }
    }

    void write(SideBySide both, Path file) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(with("in", COLUMNS));
            for (SideBySide.Pair pair : both.pairs()) {
                AlertStory story = pair.first().or(pair::second).orElseThrow();
                csv.writeRecord(with(AlertText.place(pair).strip(), cells(story)));
            }
        }
    }

    private static List<String> with(String first, List<String> rest) {
        List<String> cells = new ArrayList<>(List.of(first));
        cells.addAll(rest);
        return cells;
    }

    private List<String> cells(AlertStory story) {
        return List.of(
                story.alertId(),
                story.entity(),
                text.cell(story),
                story.opening().id(),
                story.severity().name(),
                story.state().name(),
                String.valueOf(story.events()),
                String.format(Locale.ROOT, "%.6f", story.peak()),
                String.format(Locale.ROOT, "%.6f", story.limit()),
                String.join("; ", story.reasons()),
                AlertText.words(story.finding()).orElse(""));
    }
}
