package dev.twinwatch.bench.quality.report;

import java.util.Locale;
import java.util.OptionalDouble;

/** What a figure should be. */
public sealed interface Goal {
    /** The value that counts as reached. */
    double must();

    /** The value that would be better still. */
    OptionalDouble aim();

    /** Whether a value reaches it; rounded as it is printed, so that nobody sees an equal number called missed. */
    boolean isMetBy(double value);

    /** In words, for a table. */
    String words();

    /** Such as an area: more is better. */
    record AtLeast(double must, OptionalDouble aim) implements Goal {
        static AtLeast of(double must, double aim) {
            return new AtLeast(must, OptionalDouble.of(aim));
        }

        @Override
        public boolean isMetBy(double value) {
            return rounded(value) >= must;
        }

        @Override
        public String words() {
            return "at least " + number(must);
        }
    }

    /** Such as an error rate: less is better. */
    record AtMost(double must, OptionalDouble aim) implements Goal {
        static AtMost of(double must, double aim) {
            return new AtMost(must, OptionalDouble.of(aim));
        }

        @Override
        public boolean isMetBy(double value) {
            return rounded(value) <= must;
        }

        @Override
        public String words() {
            return "at most " + number(must);
        }
    }

    /** A published figure of a plain method: another value is a fault of the harness. */
    record Published(double must, double tolerance) implements Goal {
        @Override
        public OptionalDouble aim() {
            return OptionalDouble.empty();
        }

        @Override
        public boolean isMetBy(double value) {
            return Math.abs(value - must) <= tolerance;
        }

        @Override
        public String words() {
            return "published " + number(must);
        }
    }

    private static double rounded(double value) {
        return Math.abs(value) < 10 ? Math.rint(value * 1e4) / 1e4 : value;
    }

    /** Rates with the digits that the literature gives, counts and seconds without. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.4f" : "%.0f", value);
        return text.contains(".") ? text.replaceFirst("0$", "") : text;
    }
}
