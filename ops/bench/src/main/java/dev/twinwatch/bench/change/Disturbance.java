package dev.twinwatch.bench.change;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** How much a change of the model held up the stream. */
sealed interface Disturbance {
    /** Whether it is as little as a change may. */
    boolean isSmall();

    /** For people. */
    String words();

    /** By the names of the JSON object. */
    Map<String, Double> figures();

    /**
     * Where events come at a steady pace.
     *
     * @param before longest time without an outcome of a partition in the seconds before
     * @param after the same from the change on
     */
    record Stall(Duration before, Duration after) implements Disturbance {
        private static final Duration LONGEST = Duration.ofSeconds(2);

        @Override
        public boolean isSmall() {
            return after.compareTo(LONGEST) < 0;
        }

        @Override
        public String words() {
            return String.format(
                    Locale.ROOT,
                    "longest time without an outcome of a partition: %.2f s before, %.2f s from the change on",
                    seconds(before),
                    seconds(after));
        }

        @Override
        public Map<String, Double> figures() {
            return Map.of("longestStallSecondsBefore", seconds(before), "longestStallSeconds", seconds(after));
        }

        private static double seconds(Duration time) {
            return time.toMillis() / 1e3;
        }
    }

    /**
     * Where more events wait than can be decided.
     *
     * @param before outcomes a second in the ten seconds before
     * @param after the same in the ten seconds from the change on
     * @param slowestBefore outcomes in the slowest of the seconds before
     * @param slowest outcomes in the slowest of those ten seconds
     */
    record Slowdown(double before, double after, double slowestBefore, double slowest) implements Disturbance {
        private static final double LEAST = 0.5;

        @Override
        public boolean isSmall() {
            return after >= LEAST * before;
        }

        @Override
        public String words() {
            return String.format(
                    Locale.ROOT,
                    "outcomes a second: %,.0f in the ten seconds before, %,.0f in the ten from the change on (%.2f of it);"
                            + " slowest second %,.0f before, %,.0f from the change on",
                    before,
                    after,
                    after / before,
                    slowestBefore,
                    slowest);
        }

        @Override
        public Map<String, Double> figures() {
            return Map.of("before", before, "after", after, "slowestBefore", slowestBefore, "slowest", slowest);
        }
    }
}
