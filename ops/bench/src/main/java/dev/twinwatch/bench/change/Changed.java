package dev.twinwatch.bench.change;

/**
 * What a change of the model did.
 *
 * @param events that were sent after the enrolment
 * @param byOld how many the old model decided
 * @param byNew how many the new model decided
 * @param lost how many have no outcome
 * @param doubled outcomes of events that had one already
 * @param mixed events of which something else was said than the model says that is named
 * @param disturbance how much it held up the stream
 * @param alertsAfter alerts that opened from the change on, all of them false
 * @param expectedAfter as many as the budget allows for these events
 */
record Changed(
        long events,
        long byOld,
        long byNew,
        long lost,
        long doubled,
        long mixed,
        Disturbance disturbance,
        long alertsAfter,
        double expectedAfter) {
    /** What chance alone exceeds once in forty times. */
    private static final double DEVIATIONS = 2;

    /** Whether nothing was lost, doubled or mixed, nobody waited for long, and the budget was kept as far as chance lets one tell. */
    boolean passed() {
        return lost == 0
                && doubled == 0
                && mixed == 0
                && byNew > 0
                && disturbance.isSmall()
                && alertsAfter <= expectedAfter + DEVIATIONS * Math.sqrt(expectedAfter);
    }
}
