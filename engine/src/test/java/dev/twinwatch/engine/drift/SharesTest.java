package dev.twinwatch.engine.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class SharesTest {

    @Test
    void theStabilityIndexIsTheSumOfDifferencesTimesLogarithms() {
        Shares usual = Shares.of(0.25f, 0.75f);
        Shares now = Shares.of(0.5f, 0.5f);

        // (0.5 - 0.25) ln(0.5 / 0.25) + (0.5 - 0.75) ln(0.5 / 0.75) = 0.1733 + 0.1014
        assertThat(now.stabilityIndex(usual)).isEqualTo(0.2747, within(1e-4));
        assertThat(usual.stabilityIndex(now)).isEqualTo(now.stabilityIndex(usual), within(1e-12));
    }

    @Test
    void aBinWithLessThanOneInAHundredCountsAsIfItHadThat() {
        Shares usual = Shares.of(0.9999f, 0.0001f);

        assertThat(Shares.of(0.99f, 0.01f).stabilityIndex(usual))
                .as("(0.99 - 1) ln 0.99")
                .isEqualTo(1e-4, within(1e-4));
        // (0.1 - 0.01) ln(0.1 / 0.01) = 0.2072 and (0.9 - 0.9999) ln(0.9 / 0.9999) = 0.0105
        assertThat(Shares.of(0.9f, 0.1f).stabilityIndex(usual)).isEqualTo(0.2177, within(1e-4));
    }

    @Test
    void whatSpreadsAsUsualHasAnIndexOfZero() {
        assertThat(Shares.of(0.25f, 0.75f).stabilityIndex(Shares.of(0.25f, 0.75f)))
                .isZero();
    }

    @Test
    void aBinWithoutEventsIsRareAndNotImpossible() {
        // half an event in each bin: 0.5 and 4.5 of 5
        assertThat(Shares.counted(0, 4).values()).containsExactly(0.1f, 0.9f);
    }

    @Test
    void sharesThatDoNotSumToOneAreRefused() {
        assertThatThrownBy(() -> Shares.of(0.5f, 0.25f))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shares of 2 bins sum to 0.75, expected 1: train again");
        assertThatThrownBy(() -> Shares.of(1f, 0f)).hasMessage("a share is 0.0, expected over 0: train again");
    }

    @Test
    void sharesOfOtherBinsAreNotCompared() {
        assertThatThrownBy(() -> Shares.of(1f).stabilityIndex(Shares.of(0.5f, 0.5f)))
                .hasMessage("shares of 1 bins cannot be compared with those of 2: they were counted for another model");
    }
}
