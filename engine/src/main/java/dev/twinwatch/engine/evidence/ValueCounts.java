package dev.twinwatch.engine.evidence;

/** Weighted counts of values, by hash: a small open-addressing table, since this is asked once per event and value. */
final class ValueCounts {
    private long[] keys = new long[32];
    private float[] counts = new float[32];
    private int size;
    private double total;

    void add(long hash, float weight) {
        if (2 * size >= keys.length) {
            grow();
        }
        int at = find(hash);
        if (keys[at] == 0 && hash != 0) {
            keys[at] = hash;
            size++;
        }
        counts[at] += weight;
        total += weight;
    }

    /** Weight of a value; the missing value (0) counts like any other in its own place. */
    float count(long hash) {
        return counts[find(hash)];
    }

    double total() {
        return total;
    }

    /** Slot 0 belongs to the missing value, so that a free slot can be recognised by its key 0. */
    private int find(long hash) {
        if (hash == 0) {
            return 0;
        }
        int mask = keys.length - 1;
        int at = 1 + (int) (hash & (mask >> 1));
        while (keys[at] != 0 && keys[at] != hash) {
            at = at == mask ? 1 : at + 1;
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        float[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new float[oldKeys.length * 2];
        counts[0] = oldCounts[0];
        for (int i = 1; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int at = find(oldKeys[i]);
                keys[at] = oldKeys[i];
                counts[at] = oldCounts[i];
            }
        }
    }
}
