package dev.twinwatch.engine.bundle;

/** Whole numbers in pieces of 16 bits, the lowest first, since a float holds no more than 24 exactly. */
final class Pieces {
    private static final int OF_LONG = 4;
    private static final int OF_INT = 2;

    private Pieces() {}

    static float[] of(long[] wholes) {
        float[] pieces = new float[wholes.length * OF_LONG];
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = wholes[i / OF_LONG] >>> (16 * (i % OF_LONG)) & 0xFFFF;
        }
        return pieces;
    }

    static float[] of(int[] wholes) {
        float[] pieces = new float[wholes.length * OF_INT];
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = wholes[i / OF_INT] >>> (16 * (i % OF_INT)) & 0xFFFF;
        }
        return pieces;
    }

    static long[] whole(float[] pieces) {
        long[] wholes = new long[pieces.length / OF_LONG];
        for (int i = 0; i < wholes.length * OF_LONG; i++) {
            wholes[i / OF_LONG] |= (long) pieces[i] << (16 * (i % OF_LONG));
        }
        return wholes;
    }

    static int[] wholeInts(float[] pieces) {
        int[] wholes = new int[pieces.length / OF_INT];
        for (int i = 0; i < wholes.length * OF_INT; i++) {
            wholes[i / OF_INT] |= (int) pieces[i] << (16 * (i % OF_INT));
        }
        return wholes;
    }
}
