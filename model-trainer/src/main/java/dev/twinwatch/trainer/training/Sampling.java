package dev.twinwatch.trainer.training;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/** Random choices. */
final class Sampling {
    private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
            RandomGeneratorFactory.of("L64X128MixRandom");
    /** The golden ratio as a share of 2^64: seeds and steps next to each other end far apart. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private Sampling() {}

    /** Choices of one step: they depend on seed and step alone, so that a training can go on at any step. */
    static RandomGenerator at(long seed, int step) {
        return GENERATORS.create(seed ^ SPREAD * (step + 1));
    }

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
