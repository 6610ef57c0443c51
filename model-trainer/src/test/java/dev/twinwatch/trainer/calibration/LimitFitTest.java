package dev.twinwatch.trainer.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.engine.evidence.LimitCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The limit on evidence whose distribution is known: exponential, so that a share p lies over -log p. */
final class LimitFitTest {
    private static final List<float[]> HONEST = List.of(exponential(50_000, 1), exponential(50_000, 2));

    @Test
    void theRealisedRateIsNearTheBudget() {
        for (double budget : new double[] {1e-2, 1e-3, 1e-4}) {
            double limit = LimitFit.fit(HONEST, 1, budget);

            assertThat(Math.exp(-limit)).as("rate over %s", limit).isBetween(budget / 1.5, budget * 1.5);
        }
    }

    @Test
    void aShortTailKeepsTheBudget() {
        // of 2,000 events the tail has 60 stories
        double limit = LimitFit.fit(List.of(exponential(2_000, 1)), 1, 1e-4);

        assertThat(Math.exp(-limit)).isLessThan(1e-4);
    }

    @Test
    void aRarerAlertNeedsAHigherLimit() {
        double before = Double.NEGATIVE_INFINITY;
        for (double budget : new double[] {.2, .15, .1, .04, .02, 1e-3, 1e-5, 1e-8}) {
            double limit = LimitFit.fit(HONEST, 1, budget);

            assertThat(limit).as("limit at %s", budget).isGreaterThan(before);
            before = limit;
        }
    }

    @Test
    void aFrequentAlertNeedsNoTail() {
        // a story begins where an event is over the limit and the one before is not: p (1 - p) = .16 at p = .2
        assertThat(LimitFit.fit(HONEST, 1, .16)).isCloseTo(-Math.log(.2), within(.02));
    }

    @Test
    void moreAlertsThanAnyLimitGivesAreNotPossible() {
        // p (1 - p) is at most 1/4, at the median
        assertThat(LimitFit.fit(HONEST, 1, .9)).isCloseTo(Math.log(2), within(.1));
    }

    @Test
    void whatFollowsWithinAWindowIsTheSameAlert() {
        // pairs of equal peaks, 1 to 100, one window after the other; the next pair comes two windows later
        float[] evidence = new float[1_200];
        for (int i = 0; i < 100; i++) {
            evidence[12 * i] = i + 1;
            evidence[12 * i + 4] = i + 1;
        }

        // 25 alerts in 1,200 events are the pairs over 75: were each peak an alert, they would be those over 87
        assertThat(LimitFit.fit(List.of(evidence), 4, 25 / 1_200.0)).isCloseTo(75, within(1.0));
    }

    @Test
    void anAlertDoesNotReachFromOneEntityIntoTheNext() {
        List<float[]> entities = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            entities.add(new float[] {i + 1, 0});
        }

        // 50 alerts of 100 entities: the median of their peaks
        assertThat(LimitFit.fit(entities, 4, 50 / 200.0)).isCloseTo(50, within(5.0));
    }

    @Test
    void withoutEvidenceTheLimitIsZeroAndNoCurveIsKnown() {
        assertThat(LimitFit.fit(List.of(), 4, 1e-4)).isZero();
        assertThat(LimitFit.fit(List.of(new float[0]), 4, 1e-4)).isZero();
        assertThat(LimitFit.curve(List.of(), 4)).isEqualTo(LimitCurve.UNKNOWN);
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
