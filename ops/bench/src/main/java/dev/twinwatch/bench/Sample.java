package dev.twinwatch.bench;

/**
 * What one round of one topology took.
 *
 * @param events processed while it was measured
 * @param seconds by the clock
 * @param cpuSeconds of the process that ran the topology, all threads together; the broker is another process
 */
public record Sample(long events, double seconds, double cpuSeconds) {
    public Sample {
        if (events < 1 || !(seconds > 0) || !(cpuSeconds > 0)) {
            throw new IllegalArgumentException("measured " + events + " events in " + seconds + " s with " + cpuSeconds
                    + " s of CPU: too few events to measure, raise --events");
        }
    }

    /** Events in a second. */
    public double eventsPerSecond() {
        return events / seconds;
    }

    /** Seconds of CPU for a million events, which is also microseconds for one. */
    public double cpuSecondsPerMillion() {
        return cpuSeconds / events * 1e6;
    }
}
