package dev.twinwatch.trainer.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PlaneTest {
    @Test
    void theDirectionsOfMostVarianceComeFirst() {
        // 8 apart in the third dimension, 4 in the first, none in the second
        Plane plane = Plane.of(
                List.of(new float[] {0, 5, -4}, new float[] {0, 5, 4}, new float[] {-2, 5, 0}, new float[] {2, 5, 0}));

        assertThat(plane.shares().get(0)).as("32 of 40").isCloseTo(.8, within(1e-9));
        assertThat(plane.shares().get(1)).as("8 of 40").isCloseTo(.2, within(1e-9));
        assertThat(Math.abs(plane.points().get(0)[0] - plane.points().get(1)[0]))
                .isCloseTo(8, within(1e-9));
        assertThat(Math.abs(plane.points().get(2)[1] - plane.points().get(3)[1]))
                .isCloseTo(4, within(1e-9));
    }

    @Test
    void mostDimensionsMayBeWithoutVariance() {
        List<float[]> onALine = IntStream.range(0, 40)
                .mapToObj(i -> {
                    float[] point = new float[64];
                    point[0] = i % 2 == 0 ? 1 : -1;
                    point[63] = 1e-20f * i;
                    return point;
                })
                .toList();

        assertThat(Plane.of(onALine).shares().get(0)).isCloseTo(1, within(1e-9));
    }

    @Test
    void equalPointsHaveNoVarianceToShow() {
        assertThat(Plane.of(List.of(new float[] {1, 2}, new float[] {1, 2})).shares())
                .containsExactly(0.0, 0.0);
        assertThat(Plane.of(List.of(new float[] {1, 2})).points()).isEmpty();
    }
}
