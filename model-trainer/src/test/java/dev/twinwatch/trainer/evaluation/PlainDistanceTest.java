package dev.twinwatch.trainer.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PlainDistanceTest {
    @Test
    void eachFeatureCountsInItsOwnMeanAbsoluteDeviations() {
        PlainDistance distance = PlainDistance.to(List.of(new float[] {1, 10}, new float[] {3, 30}));

        assertThat(distance.of(new float[] {4, 20})).as("(4 - 2) / 1 + 0 / 10").isCloseTo(2, within(1e-6));
        assertThat(distance.of(new float[] {2, 40}))
                .as("0 / 1 + (40 - 20) / 10")
                .isCloseTo(2, within(1e-6));
    }

    @Test
    void oneReferenceHasASpreadAllTheSame() {
        assertThat(PlainDistance.to(List.of(new float[] {1})).of(new float[] {1.5f}))
                .isCloseTo(.5 / .05, within(1e-6));
    }
}
