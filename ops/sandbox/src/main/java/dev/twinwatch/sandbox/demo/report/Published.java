package dev.twinwatch.sandbox.demo.report;

import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.trainer.source.CsvSource;
import dev.twinwatch.trainer.source.RecordVisitor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A published figure for the same stream.
 *
 * @param name of the method
 * @param hits share of the frauds found, in percent
 * @param falseAlarms share of the rest, in percent
 * @param source where it was published
 */
public record Published(String name, double hits, double falseAlarms, String source) {

    /** Rows of a CSV file with the columns name, hits, false_alarms (both in percent) and source. */
    public static List<Published> read(Path file) {
        List<Published> rows = new ArrayList<>();
        new CsvSource(file).forEach(new RecordVisitor() {
            @Override
            public void record(Fields row, Origin origin) {
                rows.add(new Published(
                        text(row, "name", origin),
                        percent(row, "hits", origin),
                        percent(row, "false_alarms", origin),
                        text(row, "source", origin)));
            }

            @Override
            public void unreadable(String reason, Origin origin) {
                throw new IllegalArgumentException(reason);
            }
        });
        return List.copyOf(rows);
    }

    private static String text(Fields row, String column, Origin origin) {
        Object cell = row.valueAt(column);
        if (cell == null) {
            throw new IllegalArgumentException(place(origin) + " has no " + column + ": fill the cell, or take it out");
        }
        return cell.toString();
    }

    private static double percent(Fields row, String column, Origin origin) {
        String text = text(row, column, origin);
        try {
            double percent = Double.parseDouble(text);
            if (percent >= 0 && percent <= 100) {
                return percent;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException(
                place(origin) + " has " + column + " " + text + ", expected a share in percent, 0 to 100");
    }

    private static String place(Origin origin) {
        return origin.source() + " row " + origin.offset();
    }
}
