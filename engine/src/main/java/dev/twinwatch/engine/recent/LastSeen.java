package dev.twinwatch.engine.recent;

import java.util.Arrays;

/** When an entity last had each value of one field: at most {@value #MOST} values, the one unseen for longest leaves. */
final class LastSeen {
    static final int MOST = 256;

    int[] keys = new int[4];
    int[] numbers = new int[4];
    int size;

    /** Events since the value was last seen (1 or more), infinity if never, NaN for a missing value; then notes it. */
    float ageThenNote(long hash, long eventNumber) {
        if (hash == 0) {
            return Float.NaN;
        }
        int key = (int) (hash ^ (hash >>> 32));
        int number = (int) Math.min(eventNumber, Integer.MAX_VALUE);
        for (int i = 0; i < size; i++) {
            if (keys[i] == key) {
                float age = number - numbers[i];
                numbers[i] = number;
                return Math.max(1, age);
            }
        }
        int at = slotForNew();
        keys[at] = key;
        numbers[at] = number;
        return Float.POSITIVE_INFINITY;
    }

    private int slotForNew() {
        if (size < MOST) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, size * 2);
                numbers = Arrays.copyOf(numbers, size * 2);
            }
            return size++;
        }
        int oldest = 0;
        for (int i = 1; i < size; i++) {
            if (numbers[i] < numbers[oldest]) {
                oldest = i;
            }
        }
        return oldest;
    }
}
