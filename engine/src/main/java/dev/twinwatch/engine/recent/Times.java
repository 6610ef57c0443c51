package dev.twinwatch.engine.recent;

import dev.twinwatch.engine.watch.Watch;

/** The newest times of one entity, in the unit of the watch; {@link Long#MIN_VALUE} where there was no event yet. */
final class Times {
    long newest = Long.MIN_VALUE;
    long before = Long.MIN_VALUE;

    boolean areNone() {
        return newest == Long.MIN_VALUE;
    }

    /**
     * The newest time; the one before it where the newest is so far ahead that it may be a mistake: it counts once another
     * event bears it out.
     */
    long settled(Watch watch) {
        return before != Long.MIN_VALUE && newest - before > watch.leap() ? before : newest;
    }

    /** Of one more event. */
    void note(long time) {
        before = time >= newest ? Math.max(before, newest) : Math.max(before, time);
        newest = Math.max(newest, time);
    }

    /** Of a new sequence; where each has its own value of `by:`, each has times of its own, too. */
    void beginSequence(Watch watch) {
        before = watch.sequence().ends() ? Long.MIN_VALUE : settled(watch);
        newest = Long.MIN_VALUE;
    }
}
