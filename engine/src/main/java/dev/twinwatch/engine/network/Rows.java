package dev.twinwatch.engine.network;

/** Products of a vector with a row-major matrix, in the form that the JIT compiler turns into vector instructions. */
public final class Rows {
    private Rows() {}

    /** out += x * matrix, x of {@code rows} values from {@code xAt}, matrix [rows][columns] from {@code mAt}. */
    public static void addProduct(
            float[] x, int xAt, int rows, float[] matrix, int mAt, int columns, float[] out, int outAt) {
        int row = 0;
        // Four rows at a time: fewer passes over the output; eight no longer vectorise on Java 17.
        for (; row + 4 <= rows; row += 4) {
            addFourRows(x, xAt + row, matrix, mAt + row * columns, columns, out, outAt);
        }
        for (; row < rows; row++) {
            addRow(x[xAt + row], matrix, mAt + row * columns, columns, out, outAt);
        }
    }

    private static void addFourRows(float[] x, int xAt, float[] matrix, int mAt, int columns, float[] out, int outAt) {
        float x0 = x[xAt];
        float x1 = x[xAt + 1];
        float x2 = x[xAt + 2];
        float x3 = x[xAt + 3];
        int second = mAt + columns;
        int third = second + columns;
        int fourth = third + columns;
        for (int j = 0; j < columns; j++) {
            out[outAt + j] +=
                    x0 * matrix[mAt + j] + x1 * matrix[second + j] + x2 * matrix[third + j] + x3 * matrix[fourth + j];
        }
    }

    /** out += factor * row. */
    static void addRow(float factor, float[] matrix, int mAt, int columns, float[] out, int outAt) {
        for (int j = 0; j < columns; j++) {
            out[outAt + j] += factor * matrix[mAt + j];
        }
    }

    /** Scales to L2 norm 1; leaves a zero vector as it is. */
    static void normalise(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        if (squares > 0) {
            float factor = (float) (1 / Math.sqrt(squares));
            for (int i = 0; i < vector.length; i++) {
                vector[i] *= factor;
            }
        }
    }
}
