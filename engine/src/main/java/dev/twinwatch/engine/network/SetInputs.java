package dev.twinwatch.engine.network;

import dev.twinwatch.engine.features.Inputs;
import java.util.Arrays;
import java.util.List;

/**
 * What a set reads of a window: which buckets of each category occur, and which pairs of neighbours, hashed to {@value #PAIRS}
 * places. How often does not matter. Either kind has L2 norm 1 by itself; then pairs count for {@value #PAIRS_WEIGHT} of it.
 *
 * <p>The trainer feeds its network from here too, so that both read the same numbers. Every value and every pair has a row of its
 * own in the only layer: for each category its buckets, then its pairs.
 */
public final class SetInputs {
    /** Fewer say little of the order, more leave each pair too rare to learn from. */
    public static final int PAIRS = 256;

    private static final float PAIRS_WEIGHT = .5f;

    private final List<Integer> buckets;
    private final boolean[] seen;
    private final int[] rows;
    private final float[] weights;
    private int count;

    /** Buffers for windows of at most {@code length} events with categories of these sizes. */
    public SetInputs(int length, List<Integer> buckets) {
        this.buckets = List.copyOf(buckets);
        this.seen = new boolean[rows(buckets)];
        this.rows = new int[2 * length * buckets.size()];
        this.weights = new float[rows.length];
    }

    /** Rows of the layer. */
    public static int rows(List<Integer> buckets) {
        return buckets.stream().mapToInt(own -> own + PAIRS).sum();
    }

    /** Reads a window; then {@link #count}, {@link #row} and {@link #weight} speak of it. */
    public void read(Inputs window) {
        count = 0;
        int first = 0;
        for (int category = 0; category < buckets.size(); category++) {
            int own = buckets.get(category);
            int from = count;
            for (int i = 0; i < window.events(); i++) {
                add(first + window.bucket(i, category));
            }
            weigh(from, 1);
            from = count;
            for (int i = 1; i < window.events(); i++) {
                add(first + own + pair(window.bucket(i - 1, category), window.bucket(i, category)));
            }
            weigh(from, PAIRS_WEIGHT);
            first += own + PAIRS;
        }
        for (int i = 0; i < count; i++) {
            seen[rows[i]] = false;
        }
    }

    private void add(int row) {
        if (!seen[row]) {
            seen[row] = true;
            rows[count++] = row;
        }
    }

    private void weigh(int from, float norm) {
        Arrays.fill(weights, from, count, (float) (norm / Math.sqrt(count - from)));
    }

    /** The place of a bucket that follows another one. Models depend on it: it must stay as it is. */
    static int pair(int before, int after) {
        int hash = before * 0x9E3779B1 + after * 0x85EBCA77;
        hash = (hash ^ (hash >>> 15)) * 0x2C1B3C6D;
        hash ^= hash >>> 12;
        return Math.floorMod(hash, PAIRS);
    }

    /** Distinct values and pairs of all categories in the window. */
    public int count() {
        return count;
    }

    /** The row of the i-th of them. */
    public int row(int i) {
        return rows[i];
    }

    /** What it counts for. */
    public float weight(int i) {
        return weights[i];
    }
}
