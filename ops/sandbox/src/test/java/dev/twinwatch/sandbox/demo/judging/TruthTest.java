package dev.twinwatch.sandbox.demo.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.sandbox.demo.recording.Stretch;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TruthTest {
    private static final Stretch ANA = new Stretch("ana", "GREEDY", 11, 20);
    private static final Stretch BOB = new Stretch("bob", "CAREFUL", 31, 35);
    private static final int WINDOW = 4;

    private final Truth truth = new Truth(List.of(ANA, BOB), WINDOW);
    private final Tally tally = new Tally(truth);

    @Test
    void alertAtTheFirstEventOfATakeoverIsCaughtAtEventOne() {
        assertThat(truth.of("ana", 11)).isEqualTo(new Finding.Caught(ANA, 1));
    }

    @Test
    void alertAtTheLastEventOfATakeoverIsCaught() {
        assertThat(truth.of("ana", 20)).isEqualTo(new Finding.Caught(ANA, 10));
    }

    @Test
    void alertBeforeATakeoverIsFalse() {
        assertThat(truth.of("ana", 10)).isEqualTo(new Finding.False());
    }

    @Test
    void alertWithinAWindowAfterATakeoverIsLate() {
        assertThat(truth.of("ana", 24)).isEqualTo(new Finding.Late(ANA, 4));
    }

    @Test
    void alertMoreThanAWindowAfterATakeoverIsFalse() {
        assertThat(truth.of("ana", 25)).isEqualTo(new Finding.False());
    }

    @Test
    void takeoverOfSomebodyElseExcusesNothing() {
        assertThat(truth.of("bob", 15)).isEqualTo(new Finding.False());
    }

    @Test
    void stretchThatFollowsAnotherAtOnceIsCaughtAndNotLate() {
        Stretch next = new Stretch("ana", "GREEDY", 21, 30);

        assertThat(new Truth(List.of(ANA, next), WINDOW).of("ana", 22)).isEqualTo(new Finding.Caught(next, 2));
    }

    @Test
    void secondAlertInATakeoverIsAnAlertAndNotASecondCatch() {
        tally.opened("ana", 18);
        tally.opened("ana", 13);

        assertThat(tally.alerts()).isEqualTo(2);
        assertThat(tally.caught()).isEqualTo(1);
        assertThat(tally.medianDelay()).hasValue(3);
    }

    @Test
    void medianDelayOfTwoTakeoversIsTheMeanOfBoth() {
        tally.opened("ana", 12);
        tally.opened("bob", 35);

        assertThat(tally.medianDelay()).hasValue(3.5);
    }

    @Test
    void nothingCaughtHasNoDelay() {
        tally.opened("ana", 1);

        assertThat(tally.medianDelay()).isEmpty();
    }

    @Test
    void firstReasonIsRightWhereItNamesWhatTheAttackerDidNotCopy() {
        Stretch one = new Stretch("ana", "GREEDY", 11, 20, Set.of("place", "amount"));
        Stretch other = new Stretch("bob", "CAREFUL", 31, 35, Set.of("device"));
        Tally explained = new Tally(new Truth(List.of(one, other), WINDOW));

        explained.explained(explained.opened("ana", 12), "amount");
        explained.explained(explained.opened("ana", 18), "device");
        explained.explained(explained.opened("bob", 33), "amount");
        explained.explained(explained.opened("bob", 1), "device");

        assertThat(explained.explained()).isEqualTo(new Tally.Explained(2, 1));
    }

    @Test
    void nothingIsSaidOfReasonsWhereNobodyKnowsWhatWasCopied() {
        tally.explained(tally.opened("ana", 12), "amount");

        assertThat(tally.explained()).isEqualTo(new Tally.Explained(0, 0));
    }

    @Test
    void everyAlertIsCaughtOrLateOrFalse() {
        tally.opened("ana", 11);
        tally.opened("ana", 23);
        tally.opened("bob", 1);
        tally.opened("bob", 29);

        assertThat(tally.caught()).isEqualTo(1);
        assertThat(tally.late()).isEqualTo(1);
        assertThat(tally.falseAlerts()).isEqualTo(2);
        assertThat(tally.byStyle())
                .isEqualTo(Map.of("GREEDY", new Tally.Share(1, 1), "CAREFUL", new Tally.Share(1, 0)));
    }
}
