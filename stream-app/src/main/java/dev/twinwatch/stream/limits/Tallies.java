package dev.twinwatch.stream.limits;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one task counted since it last told. What was not told when a task ends is lost: it is a few seconds of events and of the
 * alerts that they opened, so that the share of alerts stays right.
 */
public final class Tallies {
    private final Map<Tally.Under, Tally> untold = new LinkedHashMap<>();

    /**
     * Counts one event.
     *
     * @param evidence of the event (log likelihood ratio, no unit)
     * @param opened whether it opened an alert
     * @param trained the limit of the model
     * @param time of the event, microseconds since 1970
     * @return whether the model's own limit would have flagged it, and the one in force did not
     */
    public boolean count(Tally.Under under, double evidence, boolean opened, double trained, long time) {
        return untold.computeIfAbsent(under, Tally::new).count(evidence, opened, trained, time);
    }

    /** All since the last call. */
    public List<Tally> take() {
        List<Tally> all = List.copyOf(untold.values());
        untold.clear();
        return all;
    }
}
