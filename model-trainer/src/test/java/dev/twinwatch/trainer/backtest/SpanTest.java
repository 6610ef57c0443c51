package dev.twinwatch.trainer.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How long a stream of events is, by an event each hour of so many days. */
final class SpanTest {
    private static final long HOUR = 3_600_000_000L;
    private static final long DAY = 24 * HOUR;

    private final Span span = new Span();

    @Test
    void itIsFromTheEarliestToTheLatestEventInWhateverOrderTheyCome() {
        span.note(7 * HOUR);
        span.note(2 * HOUR);
        span.note(3 * DAY);

        assertThat(span.micros()).isEqualTo(3 * DAY - 2 * HOUR);
    }

    @Test
    void withoutEventsThereIsNone() {
        assertThat(span.micros()).isZero();
    }

    @Test
    void oneEventOfAThousandThatLiesYearsAheadOrBeforeDoesNotCount() {
        everyHour(100);
        span.note(3_650 * DAY);
        span.note(-3_650 * DAY);

        assertThat(span.micros()).isEqualTo(100 * DAY - HOUR);
    }

    @Test
    void aThinBeginningWithoutAGapCounts() {
        span.note(-HOUR);
        everyHour(100);

        assertThat(span.micros()).isEqualTo(100 * DAY);
    }

    @Test
    void moreThanAFewCountHoweverFarTheyLie() {
        everyHour(10);
        span.note(30 * DAY);

        assertThat(span.micros()).as("one event in 241").isEqualTo(30 * DAY);
    }

    private void everyHour(int days) {
        for (long hour = 0; hour < 24L * days; hour++) {
            span.note(hour * HOUR);
        }
    }
}
