package dev.twinwatch.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Error rates of a handful of windows, by hand. */
final class EqualErrorRateOfEvidenceTest {
    @Test
    void evidenceThatSeparatesHasNoErrors() {
        assertThat(EqualErrorRate.ofEvidence(List.of(0.0, 2.0, 1.0), List.of(5.0, 3.0)))
                .isZero();
    }

    @Test
    void evidenceThatIsTheSameForBothErrsHalfTheTime() {
        assertThat(EqualErrorRate.ofEvidence(List.of(1.0, 2.0), List.of(2.0, 1.0)))
                .isEqualTo(.5);
    }

    @Test
    void oneOfFourOnTheWrongSideOfEachIsAQuarter() {
        // at 3: of the others 1.5 is missed, of the honest 3.5 is a false alarm
        assertThat(EqualErrorRate.ofEvidence(List.of(0.0, 1.0, 2.0, 3.5), List.of(1.5, 3.0, 4.0, 5.0)))
                .isEqualTo(.25);
    }

    @Test
    void withoutOneOfTheTwoNothingIsKnown() {
        assertThat(EqualErrorRate.ofEvidence(List.of(), List.of(1.0))).isEqualTo(.5);
        assertThat(EqualErrorRate.ofEvidence(List.of(1.0), List.of())).isEqualTo(.5);
    }

    @Test
    void evidenceTheWrongWayRoundErrsAlways() {
        assertThat(EqualErrorRate.ofEvidence(List.of(3.0, 4.0), List.of(1.0, 2.0)))
                .isEqualTo(1);
    }
}
