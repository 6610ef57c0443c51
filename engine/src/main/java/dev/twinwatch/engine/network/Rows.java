package dev.twinwatch.engine.network;

import java.util.Arrays;

/**
 * A matrix whose rows are arrays of their own, and what is added up over them.
 *
 * <p>The loops run over whole arrays from 0, which the JIT compiler turns into vector instructions. With offsets into one
 * array it cannot know that what is written is not what is read, and takes four to eight times as long.
 */
public final class Rows {
    private final float[][] rows;

    private Rows(float[][] rows) {
        this.rows = rows;
    }

    /** Copied from a row-major array, shape [rows][columns]. */
    public static Rows of(float[] values, int rows, int columns) {
        float[][] copies = new float[rows][];
        for (int row = 0; row < rows; row++) {
            copies[row] = Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
        }
        return new Rows(copies);
    }

    /** A matrix of zeros. */
    static Rows zeros(int rows, int columns) {
        return new Rows(new float[rows][columns]);
    }

    /** One row, as it is. */
    float[] row(int row) {
        return rows[row];
    }

    /** out += x * the matrix, x of as many values as there are rows. */
    public void addProduct(float[] x, float[] out) {
        addProduct(x, 0, 0, rows.length, out);
    }

    /** out += a part of x * the same number of rows. */
    void addProduct(float[] x, int xAt, int firstRow, int count, float[] out) {
        int i = 0;
        // Four rows at a time: fewer passes over the output; eight no longer vectorise on Java 17.
        for (; i + 4 <= count; i += 4) {
            addFourRows(x, xAt + i, firstRow + i, out);
        }
        for (; i < count; i++) {
            addScaled(x[xAt + i], rows[firstRow + i], out);
        }
    }

    private void addFourRows(float[] x, int xAt, int row, float[] out) {
        float x0 = x[xAt];
        float x1 = x[xAt + 1];
        float x2 = x[xAt + 2];
        float x3 = x[xAt + 3];
        float[] first = rows[row];
        float[] second = rows[row + 1];
        float[] third = rows[row + 2];
        float[] fourth = rows[row + 3];
        for (int j = 0; j < out.length; j++) {
            out[j] += x0 * first[j] + x1 * second[j] + x2 * third[j] + x3 * fourth[j];
        }
    }

    /** out += factor * values. */
    static void addScaled(float factor, float[] values, float[] out) {
        for (int j = 0; j < out.length; j++) {
            out[j] += factor * values[j];
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
