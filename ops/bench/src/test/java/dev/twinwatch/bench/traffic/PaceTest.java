package dev.twinwatch.bench.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** In the first second ten outcomes come, in the second one none but at its end, in the third twenty; time counts from 1,000 s. */
final class PaceTest {
    private static final long BEGIN = TimeUnit.SECONDS.toNanos(1_000);

    private final Pace pace = new Pace(BEGIN);

    PaceTest() {
        for (int i = 0; i < 10; i++) {
            pace.note(at(i * 100L));
            pace.note(at(2_000 + i * 100L));
            pace.note(at(2_050 + i * 100L));
        }
        pace.note(at(1_950));
    }

    @Test
    void theMeanIsOverTheWholeTime() {
        assertThat(pace.mean(at(0), Duration.ofSeconds(1))).isEqualTo(10);
        assertThat(pace.mean(at(0), Duration.ofSeconds(3))).isEqualTo(31 / 3.0);
        assertThat(pace.mean(at(2_000), Duration.ofSeconds(1))).isEqualTo(20);
    }

    @Test
    void theSlowestSecondMayBeginAnywhereButLiesWithinTheTime() {
        assertThat(pace.slowestSecond(at(0), Duration.ofSeconds(3))).isEqualTo(1);
        assertThat(pace.slowestSecond(at(2_000), Duration.ofSeconds(1))).isEqualTo(20);
        // from 0.9 s to 1.9 s: the last of the first ten
        assertThat(pace.slowestSecond(at(900), Duration.ofSeconds(1))).isEqualTo(1);
    }

    private static long at(long millis) {
        return BEGIN + TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
