package dev.twinwatch.engine.recent;

import dev.twinwatch.engine.features.Origin;

/** The newest offset seen from each of the last few source partitions: what is not newer is a replay. */
final class Origins {
    static final int MOST = 4;

    final int[] partitions = new int[MOST];
    final long[] offsets = new long[MOST];
    int size;

    boolean covers(Origin origin) {
        int at = find(origin.partition());
        return at >= 0 && origin.offset() <= offsets[at];
    }

    void note(Origin origin) {
        int at = find(origin.partition());
        if (at < 0) {
            if (size == MOST) {
                System.arraycopy(partitions, 1, partitions, 0, MOST - 1);
                System.arraycopy(offsets, 1, offsets, 0, MOST - 1);
                size--;
            }
            at = size++;
            partitions[at] = origin.partition();
        }
        offsets[at] = origin.offset();
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
