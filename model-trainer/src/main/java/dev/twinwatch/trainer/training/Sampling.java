package dev.twinwatch.trainer.training;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Draws without replacement. */
final class Sampling {
    private Sampling() {}

    /** Brings a random choice of {@code count} values to the front (Fisher and Yates). */
    static void shuffle(int[] values, int count, RandomGenerator random) {
        for (int i = 0; i < count; i++) {
            int j = i + random.nextInt(values.length - i);
            int swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
    }

    /** {@code count} different numbers of 0 to n-1. */
    static int[] distinct(int n, int count, RandomGenerator random) {
        int[] all = IntStream.range(0, n).toArray();
        shuffle(all, count, random);
        return Arrays.copyOf(all, count);
    }
}
