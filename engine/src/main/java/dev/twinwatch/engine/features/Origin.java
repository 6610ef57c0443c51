package dev.twinwatch.engine.features;

/**
 * Where an event was read: topic, partition and offset, or file, 0 and row.
 *
 * @param enrol whether the sender vouches that this event is the entity's own: history that is enrolled
 */
public record Origin(String source, int partition, long offset, boolean enrol) {
    /** Name of the header by which the sender of a record vouches for it, with the value `true`. */
    public static final String ENROL_HEADER = "twinwatch-enrol";

    /** As an id for events that have none of their own. */
    public String asId() {
        return source + "-" + partition + "-" + offset;
    }
}
