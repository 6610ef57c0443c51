package dev.twinwatch.engine.detection;

/**
 * What people ordered for one entity.
 *
 * @param snoozedUntil event time before which no alert of it opens or grows, in microseconds since 1970; {@link Long#MIN_VALUE}
 *     where it is not snoozed
 * @param renewal what to do with its references once, at its next event
 * @param revision counts up with each renewal of any entity, over 0; 0 where there is none
 */
public record Order(long snoozedUntil, Renewal renewal, long revision) {
    /** Nothing. */
    public static final Order NONE = new Order(Long.MIN_VALUE, Renewal.NONE, 0);

    /** What can be done with the references of an entity. */
    public enum Renewal {
        /** Nothing. */
        NONE,
        /** All that is known of it is forgotten: a new device, a new card, a new owner. */
        RESET,
        /** Its references are again those of the last day that was good. */
        RESTORE
    }

    /** The same with a snooze, or without one. */
    public Order snoozed(long until) {
        return new Order(until, renewal, revision);
    }

    /** The same with another renewal. */
    public Order renewed(Renewal next, long itsRevision) {
        return new Order(snoozedUntil, next, itsRevision);
    }
}
