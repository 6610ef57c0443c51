package dev.twinwatch.sandbox.demo.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.sandbox.demo.judging.ZScores.Scored;
import dev.twinwatch.sandbox.demo.recording.Stretch;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZScoresTest {
    private final Truth truth =
            new Truth(List.of(new Stretch("ana", "GREEDY", 10, 12), new Stretch("bob", "GREEDY", 10, 12)), 4);

    @Test
    void noFalseAlertAllowedCatchesWhatScoresAboveEveryHonestEvent() {
        ZScores scores =
                ZScores.of(List.of(new Scored("ana", 11, 5), new Scored("cyd", 3, 4), new Scored("bob", 10, 3)));

        Tally best = scores.best(truth, 0);

        assertThat(best.caught()).isEqualTo(1);
        assertThat(best.falseAlerts()).isZero();
    }

    @Test
    void oneFalseAlertAllowedLowersTheThresholdPastTheHonestEvent() {
        ZScores scores =
                ZScores.of(List.of(new Scored("ana", 11, 5), new Scored("cyd", 3, 4), new Scored("bob", 10, 3)));

        Tally best = scores.best(truth, 1);

        assertThat(best.caught()).isEqualTo(2);
        assertThat(best.falseAlerts()).isEqualTo(1);
    }

    @Test
    void alertSwallowsTheEventsOfAWindowAfterIt() {
        ZScores scores =
                ZScores.of(List.of(new Scored("cyd", 1, 4), new Scored("cyd", 5, 4), new Scored("ana", 10, 4)));

        assertThat(scores.best(truth, 1).falseAlerts()).isEqualTo(1);
        assertThat(scores.best(truth, 1).caught()).isEqualTo(1);
    }

    @Test
    void honestAlertJustBeforeATakeoverHidesIt() {
        ZScores scores = ZScores.of(List.of(new Scored("ana", 9, 4), new Scored("ana", 10, 4)));

        assertThat(scores.best(truth, 5).caught()).isZero();
    }

    @Test
    void withoutScoresNothingIsCaught() {
        assertThat(ZScores.of(List.<Scored>of()).best(truth, 5).caught()).isZero();
    }
}
