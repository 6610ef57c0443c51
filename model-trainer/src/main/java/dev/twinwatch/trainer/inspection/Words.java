package dev.twinwatch.trainer.inspection;

import dev.twinwatch.engine.text.OneLine;
import dev.twinwatch.engine.watch.TimeField;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Values of somebody's data as a person reads them in one line. */
final class Words {
    private static final int LONGEST = 32;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Words() {}

    /** Whole numbers with separators, others with three digits that count. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "none";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.format(Locale.ROOT, "%,d", (long) value);
        }
        String text = String.format(Locale.ROOT, Math.abs(value) >= 1_000 ? "%,.0f" : "%.3g", value);
        return text.contains(".") && !text.contains("e")
                ? text.replaceAll("0+$", "").replaceAll("[.]$", "")
                : text;
    }

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A share of 0 to 1 as percent; what is little is not called nothing, and what is much is not called all. */
    static String percent(double share) {
        double percent = 100 * share;
        if (share > 0 && percent < .1) {
            return "less than 0.1 %";
        }
        boolean whole = share == 0 || share == 1 || (percent >= 10 && percent < 99);
        return String.format(Locale.ROOT, whole ? "%.0f %%" : "%.1f %%", share < 1 ? Math.min(percent, 99.9) : percent);
    }

    /** A count with its noun, in the plural where it is not one. */
    static String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    /** A moment in microseconds since 1970. */
    static String time(long micros) {
        return TIME.format(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    /** A pause in microseconds, in its largest unit. */
    static String pause(double micros) {
        double seconds = micros / 1e6;
        if (seconds < 120) {
            return number(Math.round(seconds * 1_000) / 1e3) + " s";
        }
        return seconds < 7_200
                ? Math.round(seconds / 60) + " minutes"
                : seconds < 172_800 ? Math.round(seconds / 3_600) + " hours" : Math.round(seconds / 86_400) + " days";
    }

    static String unit(TimeField.Unit unit) {
        return switch (unit) {
            case SECONDS -> "seconds";
            case MILLIS -> "milliseconds";
            case MICROS -> "microseconds";
            case ISO8601 -> "times";
            case ORDINAL -> "positions";
        };
    }

    /** In one line without control characters, and not longer than a line can take. */
    static String clean(String text) {
        String line = OneLine.of(text).strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 3).strip() + "...";
    }

    static String quoted(String text) {
        return "'" + clean(text) + "'";
    }

    static String list(List<String> texts) {
        return texts.stream().map(Words::clean).collect(Collectors.joining(", "));
    }
}
