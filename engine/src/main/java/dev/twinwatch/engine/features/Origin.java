package dev.twinwatch.engine.features;

/**
 * Where an event was read: topic, partition and offset, or file, 0 and row.
 *
 * @param enrol whether the sender vouches that this event is the entity's own: history that is enrolled
 */
public record Origin(String source, int partition, long offset, boolean enrol) {
    /** As an id for events that have none of their own. */
    public String asId() {
        return source + "-" + partition + "-" + offset;
    }
}
