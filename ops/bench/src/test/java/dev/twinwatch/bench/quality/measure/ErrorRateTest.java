package dev.twinwatch.bench.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ErrorRateTest {
    @Test
    void scoresThatDoNotOverlapAreToldApartWithoutError() {
        assertThat(ErrorRate.equal(new double[] {1, 2, 3}, new double[] {4, 5})).isZero();
    }

    @Test
    void scoresTheWrongWayRoundAreAlwaysWrong() {
        assertThat(ErrorRate.equal(new double[] {4, 5}, new double[] {1, 2, 3})).isCloseTo(1, within(1e-12));
    }

    @Test
    void aThresholdWithAsManyMissesAsFalseAlarmsGivesTheRate() {
        // At 2: one of four genuine ones is refused (the 5), one of four impostors is missed (the 1.5).
        assertThat(ErrorRate.equal(new double[] {0, 1, 2, 5}, new double[] {1.5, 3, 6, 7}))
                .isCloseTo(0.25, within(1e-12));
    }

    @Test
    void betweenTwoThresholdsTheRateIsInterpolated() {
        // At 1: misses 0, refusals 2/3. At 2: misses 1/2, refusals 2/3. At 3: misses 1/2, refusals 1/3.
        // From (1/2, 2/3) to (1/2, 1/3) the two meet at 1/2.
        assertThat(ErrorRate.equal(new double[] {1, 3, 5}, new double[] {2, 6})).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void equalScoresOfBothKindsPassTogether() {
        // At 1 both an impostor and a genuine one pass: from (0, 1) to (1/2, 1/2).
        assertThat(ErrorRate.equal(new double[] {1, 2}, new double[] {1, 3})).isCloseTo(0.5, within(1e-12));
    }
}
