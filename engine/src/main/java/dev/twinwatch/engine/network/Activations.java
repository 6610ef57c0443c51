package dev.twinwatch.engine.network;

/** Activation functions over parts of arrays, in a form that the JIT compiler turns into vector instructions. */
final class Activations {
    /** Beyond it, tanh is 1 to the last digit of a float. */
    private static final float LARGEST = 9;

    private Activations() {}

    /** tanh of {@code count} values, in place. */
    static void tanh(float[] values, int from, int count) {
        for (int i = from; i < from + count; i++) {
            values[i] = tanh(values[i]);
        }
    }

    /** 1 / (1 + e^-x) of {@code count} values, in place. */
    static void sigmoid(float[] values, int from, int count) {
        for (int i = from; i < from + count; i++) {
            values[i] = .5f + .5f * tanh(values[i] / 2);
        }
    }

    /** Negative ones of {@code count} values become 0. */
    static void relu(float[] values, int from, int count) {
        for (int i = from; i < from + count; i++) {
            values[i] = Math.max(0, values[i]);
        }
    }

    /**
     * tanh by its continued fraction (Lambert 1761, seven terms) at half the argument, then doubled: right to 1e-6 and, other
     * than Math.tanh, without a branch or a call.
     */
    static float tanh(float x) {
        float half = Math.max(-LARGEST, Math.min(LARGEST, x)) / 2;
        float s = half * half;
        float t = half * (135135 + s * (17325 + s * (378 + s))) / (135135 + s * (62370 + s * (3150 + 28 * s)));
        return 2 * t / (1 + t * t);
    }
}
