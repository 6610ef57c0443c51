package dev.twinwatch.engine.alert;

import java.util.List;

/**
 * One reason of an alert.
 *
 * @param feature the feature of the watch, or `behaviour` for the window as a whole
 * @param words what an analyst reads: observed against usual, after the name of the feature and a colon
 * @param observed what was seen
 * @param usual what is usual for this entity
 * @param share of the evidence that goes when what is usual is put back, among all features, 0 to 1
 * @param events those that carry it, in their order, at most a few; none where it is the window as a whole
 */
public record Reason(String feature, String words, String observed, String usual, double share, List<At> events) {
    public Reason {
        events = List.copyOf(events);
    }

    /**
     * An event of the window.
     *
     * @param number running number within the entity
     * @param time microseconds since 1970, or a position
     */
    public record At(long number, long time) {}
}
