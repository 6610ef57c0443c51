package dev.twinwatch.engine.evidence;

import dev.twinwatch.engine.features.Window;
import java.util.Arrays;

/** The distinct values of one category in one window and how often each occurs: few, where events are many. */
final class UsedValues {
    private final long[] hashes;
    private final int[] times;

    private UsedValues(long[] hashes, int[] times) {
        this.hashes = hashes;
        this.times = times;
    }

    static UsedValues of(Window window, int field) {
        long[] hashes = new long[window.events()];
        int[] times = new int[window.events()];
        int distinct = 0;
        for (int i = 0; i < window.events(); i++) {
            long hash = window.category(i, field);
            int at = 0;
            while (at < distinct && hashes[at] != hash) {
                at++;
            }
            if (at == distinct) {
                hashes[distinct++] = hash;
            }
            times[at]++;
        }
        return new UsedValues(Arrays.copyOf(hashes, distinct), Arrays.copyOf(times, distinct));
    }

    int distinct() {
        return hashes.length;
    }

    long hash(int i) {
        return hashes[i];
    }

    int times(int i) {
        return times[i];
    }

    void addTo(ValueCounts sum, float weight) {
        for (int i = 0; i < hashes.length; i++) {
            sum.add(hashes[i], times[i] * weight);
        }
    }
}
