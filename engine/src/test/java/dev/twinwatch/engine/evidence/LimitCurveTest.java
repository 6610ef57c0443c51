package dev.twinwatch.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LimitCurveTest {
    private static final LimitCurve CURVE = new LimitCurve(List.of(.1, .01, .0001), List.of(1.0, 2.0, 6.0));

    @Test
    void betweenTwoPointsTheLimitGrowsWithTheLogarithmOfTheRate() {
        assertThat(CURVE.limit(.1)).isEqualTo(1);
        assertThat(CURVE.limit(.01)).isCloseTo(2, within(1e-9));
        assertThat(CURVE.limit(.001)).as("half way from .01 to .0001").isCloseTo(4, within(1e-9));
        assertThat(CURVE.limit(.0001)).isCloseTo(6, within(1e-9));
    }

    @Test
    void aRateOutsideIsRefusedWithTheRange() {
        assertThatThrownBy(() -> CURVE.limit(.00001))
                .hasMessage(
                        "alerts.budget is one alert per 100000 events, the bundle knows limits for one per 10 to one per"
                                + " 10000: ask for one of these, or set alerts.limit");
        assertThatThrownBy(() -> CURVE.limit(.5)).hasMessageStartingWith("alerts.budget is one alert per 2 events");
    }

    @Test
    void withoutACurveAnotherBudgetIsRefused() {
        assertThatThrownBy(() -> LimitCurve.UNKNOWN.limit(.01))
                .hasMessage("the bundle does not know which limit another budget needs, since it was made by an earlier"
                        + " release or of too little history: train again, or set alerts.limit");
    }

    @Test
    void ratesThatDoNotFallAreRefused() {
        assertThatThrownBy(() -> new LimitCurve(List.of(.01, .1), List.of(1.0, 2.0)))
                .hasMessageStartingWith("curve of limits has limit 2.0 for 0.1 alerts per event at place 1");
    }

    @Test
    void halfOfTheAlertsPassTheLimitOfHalfTheRate() {
        assertThat(CURVE.passedBy(2, .1)).as("from .01 to .001").isCloseTo(4, within(1e-9));
        assertThat(CURVE.passedBy(4, 100)).as("from .001 to .1").isCloseTo(1, within(1e-9));
        assertThat(CURVE.passedBy(3, 1)).isCloseTo(3, within(1e-9));
    }

    @Test
    void overTheCurveEachOneOfTheLimitDividesTheAlertsByEAndUnderItNothingIsKnown() {
        assertThat(CURVE.passedBy(6, .5)).isCloseTo(6 + Math.log(2), within(1e-9));
        assertThat(CURVE.passedBy(6 + Math.log(2), 2)).isCloseTo(6, within(1e-9));
        assertThat(CURVE.passedBy(2, Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(CURVE.passedBy(0, .1)).as("as the smallest, 1").isCloseTo(2, within(1e-9));
    }

    @Test
    void pointsOfOneLimitCountAsTheRarest() {
        LimitCurve flat = new LimitCurve(List.of(.1, .01, .001), List.of(1.0, 1.0, 2.0));

        assertThat(flat.passedBy(1, .1)).isCloseTo(2, within(1e-9));
    }
}
