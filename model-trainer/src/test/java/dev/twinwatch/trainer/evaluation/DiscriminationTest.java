package dev.twinwatch.trainer.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.trainer.evaluation.Discrimination.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DiscriminationTest {
    private static final Discrimination MIXED =
            new Discrimination(List.of(2.0, 1.0, 4.0, 3.0), List.of(3.5, 5.0, 6.0, 7.0));

    @Test
    void eachLimitThatMakesADifferenceIsAPoint() {
        Discrimination tied = new Discrimination(List.of(1.0, 2.0), List.of(2.0, 3.0));

        assertThat(tied.curve())
                .containsExactly(
                        new Point(Double.POSITIVE_INFINITY, 0, 0),
                        new Point(3, 0, .5),
                        new Point(2, .5, 1),
                        new Point(1, 1, 1));
    }

    @Test
    void areaIsTheChanceThatAnotherIsHigherAndEqualOnesCountHalf() {
        // of 16 pairs only 3.5 against 4 is the wrong way round
        assertThat(MIXED.area()).isCloseTo(15 / 16.0, within(1e-12));
        assertThat(new Discrimination(List.of(1.0), List.of(1.0)).area()).isEqualTo(.5);
    }

    @Test
    void hitsAreThoseOfTheBestLimitWithinTheFalseAlarms() {
        assertThat(MIXED.hitsAt(0)).as("from 5 on").isEqualTo(.75);
        assertThat(MIXED.hitsAt(.24)).isEqualTo(.75);
        assertThat(MIXED.hitsAt(.25)).as("from 3.5 on").isEqualTo(1);
    }

    @Test
    void errorsAreEqualWhereAsManyOwnAreFlaggedAsOthersPass() {
        assertThat(MIXED.balanced()).as("flags 4 and misses 3.5").isEqualTo(new Point(4, .25, .75));
        assertThat(MIXED.errorRate()).isEqualTo(.25);
    }

    @Test
    void whatIsEqualForAllIsChance() {
        Discrimination blind = new Discrimination(List.of(0.0, 0.0), List.of(0.0));

        assertThat(blind.errorRate()).isEqualTo(.5);
        assertThat(blind.area()).isEqualTo(.5);
        assertThat(blind.hitsAt(.05)).isZero();
    }

    @Test
    void aLimitFlagsWhatIsOverItNotWhatIsOnIt() {
        assertThat(MIXED.over(3)).isEqualTo(new Point(3, .25, 1));
        assertThat(MIXED.over(7)).isEqualTo(new Point(7, 0, 0));
        assertThat(MIXED.over(0)).isEqualTo(new Point(0, 1, 1));
    }

    @Test
    void withoutWindowsOfOneKindNothingIsTold() {
        assertThatThrownBy(() -> new Discrimination(List.of(1.0), List.of()))
                .hasMessage("discrimination needs windows of either kind, got 1 own and 0 of others");
    }
}
