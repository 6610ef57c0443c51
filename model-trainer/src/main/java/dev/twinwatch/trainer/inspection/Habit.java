package dev.twinwatch.trainer.inspection;

/**
 * How the values of one column go with those who act; each share is of the events after an entity's first one.
 *
 * @param changing share of events whose value is another than in the event before, 0 to 1
 * @param returning share of events whose value the same entity has had before, 0 to 1
 * @param run how many events in a row have the same value, on average
 * @param ownLevel part of the variance of a number that is between entities and not within them, 0 to 1
 * @param roughness how far a number leaps from event to event: about 1 where each event stands for itself, near 0 where it
 *     glides
 * @param rising share of steps of a number that do not fall, 0 to 1
 */
record Habit(double changing, double returning, double run, double ownLevel, double roughness, double rising) {
    /** Of a column of which nobody has two values, so that nothing can be said against it. */
    static final Habit NONE = new Habit(1, 1, 1, 0, 1, 0);

    /** Whether one entity has one value for good, so that it tells who it is and not what it does. */
    boolean isAttribute() {
        return changing == 0;
    }
}
