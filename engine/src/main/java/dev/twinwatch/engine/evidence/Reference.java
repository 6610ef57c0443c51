package dev.twinwatch.engine.evidence;

import java.util.List;

/**
 * One reference as one model sees it.
 *
 * @param lastNumber running number of its last event
 * @param share its events as a share of the encoder's window, above 0 to 1
 * @param placed where it lies
 * @param values its values of each category
 */
record Reference(long lastNumber, double share, Placed placed, List<UsedValues> values) {}
