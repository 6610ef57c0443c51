package dev.twinwatch.engine.evidence;

import java.util.List;

/**
 * One reference as one model sees it.
 *
 * @param lastNumber running number of its last event
 * @param placed where it lies
 * @param values its values of each category
 */
record Reference(long lastNumber, Placed placed, List<UsedValues> values) {}
