package dev.twinwatch.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ConfidenceTest {
    @Test
    void evidenceCountsByTheNumberOfReferencesAndInFullBeyondThem() {
        Confidence confidence = Confidence.ofFactors(0, List.of(0.25, 0.5, 1.0));

        assertThat(confidence.by(0)).isEqualTo(0.25);
        assertThat(confidence.by(1)).isEqualTo(0.5);
        assertThat(confidence.isFull(1)).isFalse();
        assertThat(confidence.isFull(2)).isTrue();
        assertThat(confidence.by(3)).isEqualTo(1);
    }

    @Test
    void aConfidenceThatFallsOrExceedsOneIsRefused() {
        for (List<Double> factors : List.of(List.of(0.5, 0.4), List.of(1.1), List.of(-0.1), List.of(Double.NaN))) {
            assertThatThrownBy(() -> Confidence.ofFactors(0, factors))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "confidence by references is " + factors + ", expected 0 to 1, never falling: train again");
        }
        assertThatThrownBy(() -> Confidence.ofFactors(-1, List.of()))
                .hasMessage("confidence begins with -1 references, expected 0 or more: train again");
    }

    @Test
    void aFactorDrawsEvidenceTowardsZero() {
        Confidence confidence = Confidence.ofFactors(0, List.of(0.0, 0.5));

        assertThat(confidence.counted(-8, 0)).isZero();
        assertThat(confidence.counted(8, 1)).isEqualTo(4);
        assertThat(confidence.counted(-8, 1)).isEqualTo(-4);
        assertThat(confidence.counted(-8, 2)).isEqualTo(-8);
    }

    @Test
    void aShiftLowersEvidenceOfEitherSign() {
        Confidence confidence = Confidence.ofShifts(0, List.of(-2.0, -0.5));

        assertThat(confidence.counted(-8, 0)).isEqualTo(-10);
        assertThat(confidence.counted(8, 1)).isEqualTo(7.5);
        assertThat(confidence.counted(-8, 1)).isEqualTo(-8.5);
        assertThat(confidence.counted(-8, 2)).isEqualTo(-8);
        assertThat(confidence.isFull(1)).isFalse();
        assertThat(confidence.isFull(2)).isTrue();
    }

    @Test
    void aShiftThatFallsOrRaisesEvidenceIsRefused() {
        for (List<Double> shifts :
                List.of(List.of(-1.0, -2.0), List.of(0.5), List.of(Double.NEGATIVE_INFINITY), List.of(Double.NaN))) {
            assertThatThrownBy(() -> Confidence.ofShifts(0, shifts))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("confidence by references is " + shifts
                            + ", expected 0 or less, never falling: train again");
        }
    }
}
