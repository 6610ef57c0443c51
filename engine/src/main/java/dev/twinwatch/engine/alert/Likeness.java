package dev.twinwatch.engine.alert;

import java.util.Optional;

/**
 * What the window of an alert is most like; each distance in the metric of the watch (cosine for the likelihood ratio), 0 is
 * alike, no unit.
 *
 * @param own the nearest of the entity's own references; empty where nothing was compared
 * @param other the nearest other entity of the training; empty where the model knows none
 * @param fraud the nearest confirmed fraud case; empty where there is none
 */
public record Likeness(Optional<Own> own, Optional<Other> other, Optional<Fraud> fraud) {
    /** Nothing was compared. */
    public static final Likeness UNKNOWN = new Likeness(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * A reference of the entity itself.
     *
     * @param latest its last event
     */
    public record Own(Reason.At latest, double distance) {}

    /**
     * Another entity.
     *
     * @param entity its name; empty where the model was trained without names
     */
    public record Other(String entity, double distance) {}

    /**
     * A confirmed fraud.
     *
     * @param id of the case
     */
    public record Fraud(String id, double distance) {}
}
