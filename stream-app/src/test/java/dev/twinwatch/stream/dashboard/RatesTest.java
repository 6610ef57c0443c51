package dev.twinwatch.stream.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.stream.dashboard.Rates.Minute;
import org.junit.jupiter.api.Test;

final class RatesTest {
    private static final long MINUTE = 60_000;

    private final Rates rates = new Rates();

    @Test
    void beforeTheFirstNoteThereIsNothing() {
        assertThat(rates.now().eventsPerSecond()).isZero();
        assertThat(rates.now().minutes()).isEmpty();
    }

    @Test
    void eventsPerSecondAreThoseOfTheLastTenSeconds() {
        rates.note(0, 0, 0);
        rates.note(50_000, 10_000, 0);
        rates.note(55_000, 10_050, 0);
        rates.note(60_000, 10_100, 0);

        assertThat(rates.now().eventsPerSecond()).isEqualTo(10);
    }

    @Test
    void eachMinuteHasWhatHappenedInIt() {
        rates.note(10_000, 5, 1);
        rates.note(59_000, 25, 1);
        rates.note(61_000, 30, 4);

        assertThat(rates.now().minutes()).containsExactly(new Minute(0, 25, 1), new Minute(MINUTE, 5, 3));
        assertThat(rates.now().alertsInTheLastHour()).isEqualTo(4);
    }

    @Test
    void minutesWithoutANoteWereQuiet() {
        rates.note(0, 5, 1);
        rates.note(2 * MINUTE, 7, 1);

        assertThat(rates.now().minutes())
                .containsExactly(new Minute(0, 5, 1), new Minute(MINUTE, 0, 0), new Minute(2 * MINUTE, 2, 0));
    }

    @Test
    void whatIsOlderThanAnHourIsForgotten() {
        rates.note(0, 5, 1);
        for (long minute = 1; minute <= 60; minute++) {
            rates.note(minute * MINUTE, 5 + minute, 1);
        }

        assertThat(rates.now().minutes()).hasSize(60).startsWith(new Minute(MINUTE, 1, 0));
        assertThat(rates.now().alertsInTheLastHour()).isZero();
    }

    @Test
    void afterALongSleepItBeginsAnew() {
        rates.note(0, 5, 1);
        rates.note(1_000 * MINUTE, 9, 1);

        assertThat(rates.now().minutes()).containsExactly(new Minute(1_000 * MINUTE, 4, 0));
    }
}
