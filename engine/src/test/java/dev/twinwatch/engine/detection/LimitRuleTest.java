package dev.twinwatch.engine.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.engine.alert.Severity;
import dev.twinwatch.engine.evidence.LimitCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** One alert in a thousand events is wanted; each 1 of the limit divides the alerts by ten, and 3 is the trained limit. */
final class LimitRuleTest {
    private static final LimitCurve CURVE = new LimitCurve(List.of(.1, .00001), List.of(1.0, 5.0));
    private static final LimitRule RULE = new LimitRule(.001, 3, CURVE);

    @Test
    void twiceTheAlertsRaiseTheLimitByAsMuchAsTheCurveHasForHalfOfThem() {
        assertThat(RULE.next(3, 100_000, 200).orElseThrow()).isCloseTo(3 + Math.log10(2), within(1e-9));
    }

    @Test
    void halfOfTheAlertsLowerIt() {
        assertThat(RULE.next(3, 100_000, 50).orElseThrow()).isCloseTo(3 - Math.log10(2), within(1e-9));
    }

    @Test
    void theNextStepStartsFromTheLimitInForceAndNotFromTheTrainedOne() {
        assertThat(RULE.next(3.5, 100_000, 200).orElseThrow()).isCloseTo(3.5 + Math.log10(2), within(1e-9));
    }

    @Test
    void aBudgetThatIsNearlyKeptIsKept() {
        assertThat(RULE.next(3, 10_000_000, 12_500)).as("a quarter too many").isEmpty();
        assertThat(RULE.next(3, 10_000_000, 8_000)).as("a fifth too few").isEmpty();
        assertThat(RULE.next(3, 10_000_000, 12_600)).isPresent();
        assertThat(RULE.next(3, 10_000_000, 7_900)).isPresent();
    }

    @Test
    void aDifferenceThatChanceMayHaveMadeChangesNothing() {
        assertThat(RULE.next(3, 25_000, 36))
                .as("11 over 25, chance makes up to 2 x 6")
                .isEmpty();
        assertThat(RULE.next(3, 25_000, 38))
                .as("13 over 25, chance makes up to 12.3")
                .isPresent();
    }

    @Test
    void withFewerThanTwentyAlertsWantedAndRaisedItIsTooEarly() {
        assertThat(RULE.next(3, 100, 19)).isEmpty();
        assertThat(RULE.next(3, 19_999, 0)).isEmpty();
        assertThat(RULE.next(3, 20_000, 0)).isPresent();
    }

    @Test
    void aStepIsAtMostOne() {
        assertThat(RULE.next(3, 100_000, 100_000)).hasValue(4);
        assertThat(RULE.next(3, 100_000, 0)).hasValue(2);
    }

    @Test
    void howeverManyAlertsWhatIsMediumByTheTrainedLimitStaysOverIt() {
        double limit = RULE.next(4.5, 100_000, 100_000).orElseThrow();

        assertThat(limit).isCloseTo(5, within(1e-9));
        assertThat(Severity.of(5, 3)).isEqualTo(Severity.MEDIUM);
        assertThat(5.0).isGreaterThan(limit);
        assertThat(RULE.next(limit, 100_000, 100_000)).isEmpty();
    }

    @Test
    void neitherDoesTheLimitFallFurtherThanTheCurveOrTwoBelowTheTrainedOne() {
        assertThat(RULE.next(1.5, 100_000, 0)).hasValue(1);
        assertThat(RULE.next(1, 100_000, 0)).isEmpty();
        assertThat(new LimitRule(.001, 4, CURVE).next(2.5, 100_000, 0)).hasValue(2);
    }

    @Test
    void aLimitOverZeroStaysThere() {
        assertThat(new LimitRule(.001, .5, LimitCurve.UNKNOWN).next(.5, 100_000, 0))
                .hasValue(0);
        assertThat(new LimitRule(.001, -.5, LimitCurve.UNKNOWN).next(-.5, 100_000, 0))
                .hasValue(-1.5);
    }

    /** By the trained limit alone, twice the budget would be raised. */
    @Test
    void whileEverybodyDriftsForSixWeeksTheBudgetIsKeptWithinAFactorOfOneAndAHalf() {
        double perEvent = 1e-4;
        long eventsADay = 200_000;
        LimitRule rule = new LimitRule(perEvent, 3, LimitCurve.UNKNOWN);
        double limit = 3;
        long all = 0;
        List<Long> sameLimit = new ArrayList<>();
        for (int day = 0; day < 42; day++) {
            List<Long> week = sameLimit.subList(Math.max(0, sameLimit.size() - 7), sameLimit.size());
            long opened = week.stream().mapToLong(Long::longValue).sum();
            OptionalDouble next = rule.next(limit, week.size() * eventsADay, opened);
            if (next.isPresent()) {
                limit = next.getAsDouble();
                sameLimit.clear();
            }
            double drift = 0.03 * day;
            long today = Math.round(perEvent * eventsADay * Math.exp(drift - (limit - 3)));
            sameLimit.add(today);
            all += today;
        }

        assertThat(all / (42 * 20.0)).isBetween(1 / 1.5, 1.5);
        assertThat(limit).isBetween(3.8, 4.3);
    }

    @Test
    void withoutACurveEachOneOfTheLimitDividesTheAlertsByE() {
        LimitRule rule = new LimitRule(.001, 3, LimitCurve.UNKNOWN);

        assertThat(rule.next(3, 100_000, 200).orElseThrow()).isCloseTo(3 + Math.log(2), within(1e-9));
        assertThat(rule.next(3, 100_000, 0)).hasValue(2);
    }
}
