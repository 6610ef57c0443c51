package dev.twinwatch.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** How the use of a value becomes evidence, and how own uses are counted. */
final class UsageTest {
    @Test
    void aValueUsedAboutAsOftenAsByAnyoneIsHardlyEvidence() {
        Usage usage = Usage.of(new float[] {0.25f, 0.75f});

        // own share 2.01 / 8.02
        assertThat(usage.evidence(0, 2, 8)).isCloseTo(Math.log(.25 * 8.02 / 2.01), within(1e-12));
        assertThat(usage.evidence(0, 2, 8)).isCloseTo(0, within(0.01));
    }

    @Test
    void aValueNeverUsedSpeaksAgainstTheEntityAndItsOwnForIt() {
        Usage usage = Usage.of(new float[] {0.25f, 0.75f});

        // own shares .01 / 12.02 and 12.01 / 12.02
        assertThat(usage.evidence(0, 0, 12)).isCloseTo(Math.log(.25 * 12.02 / .01), within(1e-12));
        assertThat(usage.evidence(0, 12, 12)).isCloseTo(Math.log(.25 * 12.02 / 12.01), within(1e-12));
    }

    @Test
    void aValueNeverUsedSpeaksTheMoreTheMoreCommonItIsElsewhere() {
        Usage usage = Usage.of(new float[] {0.25f, 0.75f});

        assertThat(usage.evidence(1, 0, 72) - usage.evidence(0, 0, 72)).isCloseTo(Math.log(3), within(1e-12));
    }

    @Test
    void aShareOfNothingIsRefused() {
        assertThatThrownBy(() -> Usage.of(new float[] {0.5f, 0}))
                .hasMessage("usage has share 0.0, expected over 0 and at most 1");
    }

    @Test
    void countsOfValuesAreKeptApartHoweverMany() {
        ValueCounts counts = new ValueCounts();
        counts.add(0, 7);
        for (int round = 0; round < 2; round++) {
            for (long hash = 1; hash <= 1000; hash++) {
                // equal in the bits that choose the place
                counts.add(hash << 20, (float) hash);
            }
        }

        for (long hash = 1; hash <= 1000; hash++) {
            assertThat(counts.count(hash << 20)).isEqualTo(2f * hash);
        }
        assertThat(counts.count(0)).isEqualTo(7f);
        assertThat(counts.count(5)).isZero();
        assertThat(counts.total()).isEqualTo(7 + 1000 * 1001);
    }
}
