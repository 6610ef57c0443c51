package dev.twinwatch.sandbox.demo.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final AtomicLong now = new AtomicLong(TimeUnit.HOURS.toNanos(5));
    private final Pace pace = new Pace(now::get);

    @Test
    void aQuarterInTenSecondsLeavesThirty() {
        after(10);

        assertThat(pace.left(250, 1_000)).isEqualTo("30 s");
    }

    @Test
    void partOfASecondIsRoundedUp() {
        after(10);

        assertThat(pace.left(999, 1_000)).isEqualTo("1 s");
    }

    @Test
    void longTimesAreInMinutes() {
        after(25);

        assertThat(pace.left(1, 6)).isEqualTo("2 min 5 s");
    }

    @Test
    void whatMayEndSoonerSaysAtMost() {
        after(10);

        assertThat(pace.atMost(250, 1_000)).isEqualTo("at most 30 s");
        assertThat(pace.atMost(0, 1_000)).isEmpty();
    }

    @Test
    void firstMomentSaysNothing() {
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(999));

        assertThat(pace.left(500, 1_000)).isEmpty();
    }

    @Test
    void nothingDoneSaysNothing() {
        after(100);

        assertThat(pace.left(0, 1_000)).isEmpty();
    }

    private void after(long seconds) {
        now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }
}
