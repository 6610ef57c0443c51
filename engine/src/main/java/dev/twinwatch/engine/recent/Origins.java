package dev.twinwatch.engine.recent;

import dev.twinwatch.engine.features.Hash64;
import dev.twinwatch.engine.features.Origin;

/** The newest offset seen from each of the last few source partitions: what is not newer is a replay. */
final class Origins {
    static final int MOST = 4;

    /** Partitions, each mixed with the name of its topic or file: rows of two files are not replays of each other. */
    final int[] partitions = new int[MOST];

    final long[] offsets = new long[MOST];
    int size;

    boolean covers(Origin origin) {
        int at = find(key(origin));
        return at >= 0 && origin.offset() <= offsets[at];
    }

    void note(Origin origin) {
        int key = key(origin);
        int at = find(key);
        if (at < 0) {
            if (size == MOST) {
                System.arraycopy(partitions, 1, partitions, 0, MOST - 1);
                System.arraycopy(offsets, 1, offsets, 0, MOST - 1);
                size--;
            }
            at = size++;
            partitions[at] = key;
        }
        offsets[at] = origin.offset();
    }

    void takeOver(Origins others) {
        size = others.size;
        System.arraycopy(others.partitions, 0, partitions, 0, size);
        System.arraycopy(others.offsets, 0, offsets, 0, size);
    }

    private static int key(Origin origin) {
        return (int) Hash64.of(origin.source()) + origin.partition();
    }

    private int find(int partition) {
        for (int i = 0; i < size; i++) {
            if (partitions[i] == partition) {
                return i;
            }
        }
        return -1;
    }
}
