package dev.twinwatch.engine.drift;

import java.util.Optional;

/**
 * How far one quantity has moved.
 *
 * @param name of the feature, or {@link UsualTraffic#EVIDENCE}
 * @param stabilityIndex population stability index of its bins, 0 or more, no unit
 * @param strange what of it training did not know; empty for evidence
 */
public record Moved(String name, double stabilityIndex, Optional<Strange> strange) {
    /**
     * Values that training did not know.
     *
     * @param kind which
     * @param share of the events that have one, 0 to 1
     * @param usual that share in calibration
     */
    public record Strange(Kind kind, double share, double usual) {}

    /** How a value can be strange. */
    public enum Kind {
        /** A number below the lowest or above the highest thousandth of training. */
        OUT_OF_RANGE,
        /** A category that training had never seen. */
        UNKNOWN
    }
}
