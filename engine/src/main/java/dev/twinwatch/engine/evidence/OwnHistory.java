package dev.twinwatch.engine.evidence;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.watch.FeatureKind;

/**
 * What a window says about itself by what was computed at the arrival of its events, without any reference: for each novelty feature the
 * damped number log(1 + n) of distinct values never used before; for each relative feature the damped mean square of its
 * deviations, the strongest of them, and how far the newest event lies above and below the usual: large is not the same as
 * small (AP on card transactions, |deviation| by itself .58, above alone .70); for each feature of confirmed frauds number, rate
 * and recency as they were known when the newest event came.
 */
final class OwnHistory {
    private final int[] novelty;
    private final int[] relative;
    private final int[] confirmed;

    OwnHistory(Layout layout) {
        novelty = arrivals(layout, FeatureKind.NOVELTY);
        relative = arrivals(layout, FeatureKind.RELATIVE);
        confirmed = arrivals(layout, FeatureKind.CONFIRMED_FRAUD);
    }

    private static int[] arrivals(Layout layout, FeatureKind kind) {
        return layout.arrivalsOf(feature -> feature.kind() == kind);
    }

    void fill(Window window, double[] values, int from) {
        int next = from;
        for (int arrival : novelty) {
            values[next++] = Damped.times(neverUsed(window, arrival));
        }
        for (int arrival : relative) {
            double squares = 0;
            double strongest = 0;
            for (int i = 0; i < window.events(); i++) {
                double off = window.arrival(i, arrival);
                if (!Double.isNaN(off)) {
                    squares += off * off;
                    strongest = Math.max(strongest, Math.abs(off));
                }
            }
            values[next++] = Math.log1p(squares / window.events());
            values[next++] = strongest;
            double newest = window.arrival(window.events() - 1, arrival);
            values[next++] = newest > 0 ? newest : 0;
            values[next++] = newest < 0 ? -newest : 0;
        }
        fillConfirmed(window, values);
    }

    /** Confirmed frauds alone, the last of all values: they need no past of the entity. */
    void fillConfirmed(Window window, double[] values) {
        int next = values.length - confirmed.length;
        for (int arrival : confirmed) {
            values[next++] = window.arrival(window.events() - 1, arrival);
        }
    }

    /** A value is new once, at its first event; so the number of such events is the number of distinct new values. */
    private static int neverUsed(Window window, int arrival) {
        int count = 0;
        for (int i = 0; i < window.events(); i++) {
            if (window.arrival(i, arrival) == Float.POSITIVE_INFINITY) {
                count++;
            }
        }
        return count;
    }
}
