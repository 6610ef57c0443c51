package dev.twinwatch.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first pause is 100 ms, the longest 1,000. */
final class RetriesTest {
    private final Retries retries = new Retries(5, Duration.ofMillis(100), Duration.ofMillis(1_000));

    @ParameterizedTest
    @CsvSource({"1, 50, 100", "2, 100, 200", "3, 200, 400", "4, 400, 800", "5, 500, 1000", "90, 500, 1000"})
    void thePauseDoublesUpToTheLongestAndHalfOfItIsChance(int round, long least, long most) {
        for (int i = 0; i < 100; i++) {
            assertThat(retries.pauseBefore(round, Duration.ZERO).toMillis()).isBetween(least, most);
        }
    }

    @ParameterizedTest
    @CsvSource({"700, 700", "1000, 1000", "60000, 1000"})
    void whatTheRegistryAsksForCountsUpToTheLongest(long asked, long pause) {
        assertThat(retries.pauseBefore(1, Duration.ofMillis(asked)).toMillis()).isEqualTo(pause);
    }
}
