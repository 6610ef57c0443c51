package dev.twinwatch.engine.explanation;

import java.util.Locale;

/** Numbers, pauses and hours as people write them. */
final class Figures {
    private static final double LARGEST_PLAIN = 1e9;
    private static final double SMALLEST_PLAIN = 0.1;
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final int DAY = 24 * HOUR;
    private static final long MICROS = 1_000_000;

    private Figures() {}

    /** Whole numbers without a fraction, others with two digits of it, very large and small ones with three in all. */
    static String number(double value) {
        double size = Math.abs(value);
        if (Double.isNaN(value)) {
            return "none";
        } else if (size != 0 && (size < SMALLEST_PLAIN || size >= LARGEST_PLAIN)) {
            return String.format(Locale.ROOT, "%.3g", value);
        } else if (value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** Seconds in the two largest units that matter. */
    static String pause(double seconds) {
        if (Double.isNaN(seconds)) {
            return "none";
        } else if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        } else if (seconds < 2 * MINUTE) {
            return String.format(Locale.ROOT, "%.0f s", seconds);
        } else if (seconds < HOUR) {
            return (long) seconds / MINUTE + " min";
        } else if (seconds < 2 * DAY) {
            return both((long) seconds / HOUR, "h", (long) seconds % HOUR / MINUTE, "min");
        }
        return both((long) seconds / DAY, "d", (long) seconds % DAY / HOUR, "h");
    }

    private static String both(long large, String unit, long small, String smallUnit) {
        return large + " " + unit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }

    static String positions(double count) {
        return Double.isNaN(count) ? "none" : number(count) + (count == 1 ? " position" : " positions");
    }

    /** Hour and minute of microseconds since midnight. */
    static String clock(long microsOfDay) {
        long minutes = microsOfDay / (MINUTE * MICROS);
        return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
    }
}
