package dev.twinwatch.engine.alert;

/**
 * One reason of an alert.
 *
 * @param feature the feature, or `behaviour` or `averages` for the window as a whole
 * @param words what an analyst reads
 * @param observed what was seen
 * @param usual what is usual for this entity
 * @param share of the evidence beyond an honest window's, 0 to 1
 */
public record Reason(String feature, String words, String observed, String usual, double share) {}
