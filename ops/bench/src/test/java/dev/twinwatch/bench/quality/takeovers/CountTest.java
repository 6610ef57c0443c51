package dev.twinwatch.bench.quality.takeovers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.sandbox.simulator.Payment;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What limits make of scores; a window has two payments. */
final class CountTest {
    private static final Payment ANY = new Payment("p", "ana", 0, "shop", "phone", 1);
    private static final Scene HONEST = new Scene(List.of(), Collections.nCopies(6, ANY), 6, 6);
    private static final Scene TAKEN_OVER = new Scene(List.of(), Collections.nCopies(6, ANY), 2, 5);

    @Test
    void anAlertSwallowsWhatFollowsUntilAWindowIsQuiet() {
        List<double[]> scores = List.of(new double[] {9, 9, 0, 0, 9, 0});

        assertThat(Count.of(List.of(HONEST), scores, 5, 2).falseAlerts()).isEqualTo(2);
    }

    @Test
    void aTakeoverIsCaughtByItsOwnPaymentsAlone() {
        Count early = Count.of(List.of(TAKEN_OVER), List.of(new double[] {9, 0, 0, 9, 0, 9}), 5, 2);
        Count missed = Count.of(List.of(TAKEN_OVER), List.of(new double[] {0, 0, 0, 0, 0, 9}), 5, 2);

        assertThat(early).isEqualTo(new Count(2, 1, 1, List.of(2)));
        assertThat(early.recall()).isEqualTo(1);
        assertThat(early.medianDelay()).isEqualTo(2);
        assertThat(missed.recall()).isZero();
        assertThat(missed.medianDelay()).isNaN();
    }

    @Test
    void theLowestLimitOpensNoMoreAlertsThanAllowed() {
        List<double[]> scores = List.of(new double[] {1, 0, 0, 2, 0, 0}, new double[] {0, 0, 0, 0, 0, 3});

        assertThat(Count.lowestLimit(List.of(HONEST, HONEST), scores, 1, 2)).isEqualTo(2);
        assertThat(Count.lowestLimit(List.of(HONEST, HONEST), scores, 0.4, 2)).isEqualTo(3);
    }
}
