package dev.twinwatch.engine.detection;

/**
 * What a model that scores along would have said of an event.
 *
 * @param model SHA-256 of its bundle
 * @param evidence log likelihood ratio that is compared with the limit, no unit
 * @param limit of that model
 * @param flagged whether the evidence is over the limit
 * @param alertId the alert that the event would have opened or joined; empty for none
 * @param opened whether it would have opened it
 */
public record Shadowed(String model, double evidence, double limit, boolean flagged, String alertId, boolean opened) {}
