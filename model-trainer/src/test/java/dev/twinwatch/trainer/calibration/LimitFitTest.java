package dev.twinwatch.trainer.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The limit on evidence whose distribution is known: exponential, so that a share p lies over -log p. */
final class LimitFitTest {
    private static final List<float[]> HONEST = List.of(exponential(50_000, 1), exponential(50_000, 2));

    @Test
    void theRealisedRateIsAtMostTheBudgetAndNearIt() {
        for (double budget : new double[] {1e-2, 1e-3, 1e-4}) {
            double limit = LimitFit.fit(HONEST, 1, budget);

            assertThat(Math.exp(-limit)).as("rate over %s", limit).isBetween(budget / 2, budget * 1.05);
        }
    }

    @Test
    void aRarerAlertNeedsAHigherLimit() {
        double before = Double.NEGATIVE_INFINITY;
        for (double budget : new double[] {.9, .5, .1, .04, .02, 1e-3, 1e-5, 1e-8}) {
            double limit = LimitFit.fit(HONEST, 1, budget);

            assertThat(limit).as("limit at %s", budget).isGreaterThan(before);
            before = limit;
        }
    }

    @Test
    void aFrequentAlertNeedsNoTail() {
        // one of two stretches: the median of an exponential distribution
        assertThat(LimitFit.fit(HONEST, 1, .5)).isCloseTo(Math.log(2), within(.02));
    }

    @Test
    void whatFollowsWithinAStretchIsNoSecondAlert() {
        // a hundred stretches of four; each has one peak, of 1 to 100
        float[] evidence = new float[400];
        for (int i = 0; i < 100; i++) {
            evidence[4 * i + i % 4] = i + 1;
        }

        // one alert in eight events is one in two stretches
        assertThat(LimitFit.fit(List.of(evidence), 4, 1 / 8.0)).isEqualTo(51.0);
    }

    @Test
    void aStretchDoesNotReachFromOneEntityIntoTheNext() {
        float[] one = {1, 0};
        float[] other = {2, 0};

        // an alert in each stretch is allowed: over the lower of two peaks, where one stretch would have the peak 2
        assertThat(LimitFit.fit(List.of(one, other), 4, .25)).isEqualTo(1.0);
    }

    @Test
    void withoutEvidenceTheLimitIsZero() {
        assertThat(LimitFit.fit(List.of(), 4, 1e-4)).isZero();
        assertThat(LimitFit.fit(List.of(new float[0]), 4, 1e-4)).isZero();
    }

    @Test
    void evidenceThatIsAlwaysTheSameIsUnderTheLimit() {
        float[] same = new float[1000];

        assertThat(LimitFit.fit(List.of(same), 1, 1e-4)).isPositive().isLessThan(.1);
    }

    @Test
    void withoutDataTheBoundOfALikelihoodRatioHolds() {
        // one alert in 10,000 events is one in 625 stretches of 16
        assertThat(LimitFit.bound(16, 1e-4)).isCloseTo(Math.log(625), within(1e-9));
        assertThat(LimitFit.bound(16, .5)).isZero();
    }

    private static float[] exponential(int count, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) -Math.log(1 - random.nextDouble());
        }
        return values;
    }
}
