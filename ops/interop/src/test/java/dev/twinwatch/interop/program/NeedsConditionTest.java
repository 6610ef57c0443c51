package dev.twinwatch.interop.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class NeedsConditionTest {
    @Test
    void testRunsWhereItsProgramIs() {
        assertThat(NeedsCondition.decide(Optional.empty(), "true").isDisabled()).isFalse();
    }

    @Test
    void testIsSkippedWithTheReasonOnTheMachineOfAUser() {
        var result = NeedsCondition.decide(Optional.of("there is no kcat"), null);

        assertThat(result.isDisabled()).isTrue();
        assertThat(result.getReason()).contains("there is no kcat");
    }

    @Test
    void testFailsInContinuousIntegrationWhereItWouldBeSkipped() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> NeedsCondition.decide(Optional.of("there is no kcat"), "true"))
                .withMessage("there is no kcat; with CI=true this test may not be skipped");
    }
}
