package dev.twinwatch.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Two entities, one along each axis of a plane. */
final class CohortTest {
    private static final long ANA = 7;
    private static final long BOB = 8;

    private final Cohort cohort = Cohort.of(new long[] {ANA, BOB}, new float[] {1, 0, 0, 1});

    @Test
    void theNearestOtherEntityIsTheOneWithTheLargestCosine() {
        assertThat(cohort.nearest(new float[] {0.6f, 0.8f}, 9)).isCloseTo(0.8, within(1e-6));
    }

    @Test
    void anEntityIsNoOtherToItself() {
        assertThat(cohort.nearest(new float[] {0.6f, 0.8f}, BOB)).isCloseTo(0.6, within(1e-6));
    }

    @Test
    void withNobodyElseThereIsNothingToBeLike() {
        assertThat(Cohort.none().nearest(new float[] {1, 0}, ANA)).isZero();
        assertThat(Cohort.of(new long[] {ANA}, new float[] {1, 0}).nearest(new float[] {1, 0}, ANA))
                .isZero();
    }

    @Test
    void centresThatAreNoneAreRefused() {
        assertThatThrownBy(() -> Cohort.of(new long[] {ANA, BOB}, new float[3]))
                .hasMessage("cohort has 3 values for 2 entities: they must have as many each");
        assertThatThrownBy(() -> Cohort.of(new long[0], new float[3]))
                .hasMessage("cohort has 3 values for 0 entities: they must have as many each");
        assertThatThrownBy(() -> Cohort.of(new long[] {ANA}, new float[] {0, Float.NaN}))
                .hasMessage("cohort has value NaN, expected -1 to 1: train again");
    }
}
