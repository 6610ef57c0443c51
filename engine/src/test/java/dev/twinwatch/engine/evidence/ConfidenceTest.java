package dev.twinwatch.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ConfidenceTest {
    @Test
    void evidenceCountsByTheNumberOfReferencesAndInFullBeyondThem() {
        Confidence confidence = new Confidence(0, List.of(0.25, 0.5, 1.0));

        assertThat(confidence.of(0)).isEqualTo(0.25);
        assertThat(confidence.of(1)).isEqualTo(0.5);
        assertThat(confidence.isFull(1)).isFalse();
        assertThat(confidence.isFull(2)).isTrue();
        assertThat(confidence.of(3)).isEqualTo(1);
    }

    @Test
    void aConfidenceThatFallsOrExceedsOneIsRefused() {
        for (List<Double> factors : List.of(List.of(0.5, 0.4), List.of(1.1), List.of(-0.1), List.of(Double.NaN))) {
            assertThatThrownBy(() -> new Confidence(0, factors))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "confidence by references is " + factors + ", expected 0 to 1, never falling: train again");
        }
        assertThatThrownBy(() -> new Confidence(-1, List.of()))
                .hasMessage("confidence begins with -1 references, expected 0 or more: train again");
    }
}
