package dev.twinwatch.engine.evidence;

import dev.twinwatch.engine.features.Window;
import java.util.Arrays;

/** The distinct values of one category in one window and how often each occurs: few, where events are many. */
final class UsedValues {
    private final long[] hashes;
    private final int[] times;
    private int distinct;

    /** Room for those of one window after the other, of at most so many events. */
    UsedValues(int mostEvents) {
        this(new long[mostEvents], new int[mostEvents], 0);
    }

    private UsedValues(long[] hashes, int[] times, int distinct) {
        this.hashes = hashes;
        this.times = times;
        this.distinct = distinct;
    }

    /** Forgets what was counted before. */
    UsedValues count(Window window, int field) {
        distinct = 0;
        for (int i = 0; i < window.events(); i++) {
            long hash = window.category(i, field);
            int at = 0;
            while (at < distinct && hashes[at] != hash) {
                at++;
            }
            if (at == distinct) {
                hashes[distinct] = hash;
                times[distinct++] = 0;
            }
            times[at]++;
        }
        return this;
    }

    /** To be kept: no larger than it must be. */
    UsedValues copy() {
        return new UsedValues(Arrays.copyOf(hashes, distinct), Arrays.copyOf(times, distinct), distinct);
    }

    int distinct() {
        return distinct;
    }

    long hash(int i) {
        return hashes[i];
    }

    int times(int i) {
        return times[i];
    }

    void addTo(ValueCounts sum, float weight) {
        for (int i = 0; i < distinct; i++) {
            sum.add(hashes[i], times[i] * weight);
        }
    }
}
