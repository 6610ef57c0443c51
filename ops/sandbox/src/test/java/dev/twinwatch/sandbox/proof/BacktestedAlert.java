package dev.twinwatch.sandbox.proof;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.AlertState;
import dev.twinwatch.contracts.Score;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One alert as `backtest --out` writes it, or as the service told of it in all.
 *
 * @param state what happened to it last
 * @param events over the limit
 * @param evidence the highest, to six digits
 * @param limit in force at its opening, to six digits
 */
record BacktestedAlert(String entity, String openingEvent, String state, long events, String evidence, String limit) {

    /** By id. */
    static Map<String, BacktestedAlert> ofTable(Path csv) throws IOException {
        Map<String, BacktestedAlert> told = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
            rows.forEach(row -> told.put(
                    row.getField("alert_id"),
                    new BacktestedAlert(
                            row.getField("entity"),
                            row.getField("event_id"),
                            row.getField("state"),
                            Long.parseLong(row.getField("events")),
                            row.getField("evidence"),
                            row.getField("limit"))));
        }
        return told;
    }

    /** By id: who and what from the changes of alerts, how much from the outcomes of the events over the limit. */
    static Map<String, BacktestedAlert> ofService(List<Alert> alerts, List<Score> scores) {
        Map<String, BacktestedAlert> told = new TreeMap<>();
        for (Alert opened : alerts) {
            if (opened.getState() == AlertState.OPENED) {
                String id = opened.getAlertId();
                List<Score> over = scores.stream()
                        .filter(score -> score.getFlagged() && id.equals(score.getAlertId()))
                        .toList();
                told.put(
                        id,
                        new BacktestedAlert(
                                opened.getEntity(),
                                opened.getOpeningEvent().getEventId(),
                                changes(alerts, id)
                                        .reduce(opened, (one, next) -> next)
                                        .getState()
                                        .name(),
                                over.size(),
                                sixDigits(over.stream()
                                        .mapToDouble(score -> Objects.requireNonNull(score.getEvidence()))
                                        .max()
                                        .orElseThrow()),
                                sixDigits(opened.getLimit())));
            }
        }
        return told;
    }

    private static Stream<Alert> changes(List<Alert> alerts, String id) {
        return alerts.stream().filter(alert -> alert.getAlertId().equals(id));
    }

    private static String sixDigits(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
