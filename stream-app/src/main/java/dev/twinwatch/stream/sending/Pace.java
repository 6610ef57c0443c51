package dev.twinwatch.stream.sending;

import java.util.concurrent.TimeUnit;

/** Waits between events as their times say, some times faster; the first event starts it. */
final class Pace {
    private final double speed;
    private long firstTime;
    private long firstNanos;
    private boolean started;

    /** So many times as fast as it happened; 0: without waiting. */
    Pace(double speed) {
        this.speed = speed;
    }

    /** Until it is time for an event of this time, in microseconds. */
    void await(long time) throws InterruptedException {
        if (speed == 0) {
            return;
        }
        if (!started) {
            started = true;
            firstTime = time;
            firstNanos = System.nanoTime();
            return;
        }
        long due = firstNanos + (long) (1_000 * (time - firstTime) / speed);
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
    }
}
