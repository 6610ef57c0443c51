package dev.twinwatch.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Products of one point with many. */
final class PointsTest {
    @Test
    void eachPointHasItsOwnProduct() {
        Points points = Points.ofZeros(3, 2);
        points.put(0, new float[] {1, 2}, 0);
        points.put(2, new float[] {9, 9, 3, 4}, 2);

        assertThat(points.products(new float[] {10, 100})).containsExactly(210f, 0f, 430f);
    }

    @Test
    void nobodyHasNone() {
        assertThat(Points.ofZeros(0, 4).products(new float[4])).isEmpty();
    }

    @Test
    void productsAreThoseOfALoopOverOnePointToTheLastBit() {
        Random random = new Random(5);
        for (int dimensions = 1; dimensions < 40; dimensions++) {
            float[] other = values(random, dimensions);
            float[][] all = new float[21][];
            Points points = Points.ofZeros(all.length, dimensions);
            for (int p = 0; p < all.length; p++) {
                all[p] = values(random, dimensions);
                points.put(p, all[p], 0);
            }

            float[] products = points.products(other);

            for (int p = 0; p < all.length; p++) {
                assertThat(products[p]).isEqualTo(oneByOne(other, all[p]));
            }
        }
    }

    private static float oneByOne(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static float[] values(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
