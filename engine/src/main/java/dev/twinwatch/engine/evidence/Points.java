package dev.twinwatch.engine.evidence;

/**
 * Some points of one space, asked at once for their products with another: their cosines, where all have norm 1.
 *
 * <p>They lie coordinate by coordinate, each in an array of its own, so that the compiler takes many points with one
 * instruction. Every product is still added up in the order of the coordinates: to the last bit what a loop over one point
 * gives.
 */
final class Points {
    private final float[][] coordinates;
    private final int size;

    private Points(float[][] coordinates, int size) {
        this.coordinates = coordinates;
        this.size = size;
    }

    /** Room for so many, all 0. */
    static Points ofZeros(int size, int dimensions) {
        return new Points(new float[dimensions][size], size);
    }

    /** Copies one of them out of an array. */
    void put(int point, float[] values, int from) {
        for (int d = 0; d < coordinates.length; d++) {
            coordinates[d][point] = values[from + d];
        }
    }

    /** One product for each. */
    float[] products(float[] other) {
        float[] products = new float[size];
        int d = 0;
        for (; d + 4 <= coordinates.length; d += 4) {
            addFour(other, d, products);
        }
        for (; d < coordinates.length; d++) {
            addOne(other[d], coordinates[d], products);
        }
        return products;
    }

    /** Four at a time: fewer passes over the products; from left to right, as one after the other. */
    private void addFour(float[] other, int d, float[] products) {
        float x0 = other[d];
        float x1 = other[d + 1];
        float x2 = other[d + 2];
        float x3 = other[d + 3];
        float[] first = coordinates[d];
        float[] second = coordinates[d + 1];
        float[] third = coordinates[d + 2];
        float[] fourth = coordinates[d + 3];
        for (int p = 0; p < products.length; p++) {
            products[p] = products[p] + x0 * first[p] + x1 * second[p] + x2 * third[p] + x3 * fourth[p];
        }
    }

    private static void addOne(float x, float[] values, float[] products) {
        for (int p = 0; p < products.length; p++) {
            products[p] += x * values[p];
        }
    }
}
