package dev.twinwatch.engine.cases;

import dev.twinwatch.engine.watch.FeatureSpec;

/** What people confirmed about the values of events, as it was known at a time. */
@FunctionalInterface
public interface KnownLabels {
    /** Nobody confirmed anything. */
    KnownLabels NONE = (feature, field, value, time) -> ConfirmedFrauds.NONE;

    /**
     * The frauds that count for one value.
     *
     * @param feature says how old they may and must be
     * @param field index of its field among the categories of the layout
     * @param value hash of the value; 0 where missing
     * @param time of the event that has the value, in microseconds since 1970
     */
    ConfirmedFrauds confirmed(FeatureSpec feature, int field, long value, long time);
}
