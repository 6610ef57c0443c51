package dev.twinwatch.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How often something occurs, damped. */
final class DampedTest {
    @Test
    void whatIsLookedUpIsTheLogarithmToTheLastBit() {
        for (int times = 0; times < 1_000; times++) {
            assertThat(Damped.times(times)).isEqualTo(Math.log1p(times));
        }
    }
}
