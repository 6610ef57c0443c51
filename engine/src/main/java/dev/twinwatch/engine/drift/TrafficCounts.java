package dev.twinwatch.engine.drift;

import java.util.Arrays;

/**
 * How many genuine events of one period fell into each bin of a {@link UsualTraffic}. Values change; of one thread.
 *
 * <p>Order: events, those of them that went into references, then the bins of evidence, of each number and of each category.
 */
public final class TrafficCounts {
    private static final int EVENTS = 0;
    private static final int ABSORBED = 1;
    static final int BINS_FROM = 2;

    private final long[] values;

    private TrafficCounts(long[] values) {
        this.values = values;
    }

    /** Nothing yet. */
    static TrafficCounts none(UsualTraffic usual) {
        return new TrafficCounts(new long[BINS_FROM + usual.bins()]);
    }

    /** What was counted elsewhere, copied. */
    public static TrafficCounts of(long... values) {
        return new TrafficCounts(values.clone());
    }

    /** All, copied. */
    public long[] values() {
        return values.clone();
    }

    void count(int bin) {
        values[bin]++;
    }

    void event() {
        values[EVENTS]++;
    }

    void absorbed(int events) {
        values[ABSORBED] += events;
    }

    /** What another one counted for the same model. */
    public void add(TrafficCounts other) {
        if (other.values.length != values.length) {
            throw new IllegalArgumentException("counts of " + other.values.length + " bins cannot be added to those of "
                    + values.length + ": they were counted for another model");
        }
        for (int i = 0; i < values.length; i++) {
            values[i] += other.values[i];
        }
    }

    /** How many events. */
    public long events() {
        return values.length == 0 ? 0 : values[EVENTS];
    }

    /** Share of the events that went into references, 0 to 1. */
    double absorbedShare() {
        return events() == 0 ? 0 : Math.min(1, values[ABSORBED] / (double) events());
    }

    long[] bins(int from, int size) {
        if (from + size > values.length) {
            throw new IllegalArgumentException("counts have " + values.length + " values, bin " + (from + size - 1)
                    + " is asked for: they were counted for another model");
        }
        return Arrays.copyOfRange(values, from, from + size);
    }
}
