package dev.twinwatch.trainer.calibration;

import java.util.Arrays;

/** Values of one number, and their quantiles; missing and infinite ones are left out. */
final class Quantiles {
    private float[] values = new float[1024];
    private int size;

    void add(float value) {
        if (Float.isFinite(value)) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }
    }

    int size() {
        return size;
    }

    /** The quantiles at these shares, ascending, each value once; 0 alone where there are no values. */
    float[] distinct(double... shares) {
        float[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        float[] found = new float[shares.length];
        int distinct = 0;
        for (double share : shares) {
            float value = size == 0 ? 0 : sorted[(int) Math.round(share * (size - 1))];
            if (distinct == 0 || value > found[distinct - 1]) {
                found[distinct++] = value;
            }
        }
        return Arrays.copyOf(found, distinct);
    }
}
