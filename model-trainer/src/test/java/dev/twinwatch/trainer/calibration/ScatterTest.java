package dev.twinwatch.trainer.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scatter in one dimension, by hand. */
final class ScatterTest {
    @Test
    void thePlaceOfAnEntityIsWhereItsEarlierPointsLay() {
        // of two points the second is 2 off the first, which has twice the variance of a point: 4 / 2
        Scatter scatter = Scatter.of(List.of(points(1, 3), points(11, 13)));

        assertThat(scatter.within().getEntry(0, 0)).isCloseTo(2, within(1e-9));
        assertThat(scatter.mean()).containsExactly(7);
        // entities lie 5 from the mean; means of two points scatter by 2 / 2 of themselves
        assertThat(scatter.between().getEntry(0, 0)).isCloseTo(25 - 1, within(1e-9));
    }

    @Test
    void slowChangeIsNoScatter() {
        List<float[]> drifting = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            drifting.add(new float[] {0.1f * i});
        }

        double within = Scatter.of(List.of(drifting, drifting)).within().getEntry(0, 0);

        // around one mean for all it would be 40 squared / 12 = 133; it lags by 0.1 times about 36 points
        assertThat(within).isBetween(8.0, 14.0);
    }

    @Test
    void whatAnEncoderWasTaughtWithIsTakenForAsWideAsOthersWere() {
        Scatter now = Scatter.of(List.of(points(0, 1), points(100, 101)));
        Scatter taught = Scatter.of(List.of(points(0, 1), points(10, 11)));
        Scatter others = Scatter.of(List.of(points(0, 2), points(5, 7)));

        Scatter corrected = now.asOfOthers(taught, others);

        assertThat(corrected.within().getEntry(0, 0)).isCloseTo(4 * now.within().getEntry(0, 0), within(1e-9));
        assertThat(corrected.between().getEntry(0, 0))
                .isCloseTo(now.between().getEntry(0, 0) * (6.25 - 1) / (25 - .25), within(1e-6));
    }

    private static List<float[]> points(double... values) {
        List<float[]> points = new ArrayList<>();
        for (double value : values) {
            points.add(new float[] {(float) value});
        }
        return points;
    }
}
