package dev.twinwatch.stream.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.engine.drift.TrafficCounts;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Counts are of a model with one bin; the first number is that of the events. */
final class TrafficDaysTest {
    private TrafficDays days = new TrafficDays();

    @Test
    void aDayIsOverOnceEventsOfTheNextOneCameAndNobodyToldOfItSince() {
        told("m", 10, 600);
        assertThat(looks()).as("no later day").isEmpty();

        told("m", 10, 100);
        told("m", 11, 20);
        assertThat(days.over()).as("tasks still tell of it").isEmpty();

        TrafficDays.Over over = days.over().orElseThrow();

        assertThat(over.last()).isEqualTo(10);
        assertThat(over.counts().events()).isEqualTo(700);
        assertThat(looks()).as("it is reported once").isEmpty();
    }

    @Test
    void daysWithFewEventsAreReportedTogether() {
        told("m", 10, 300);
        told("m", 11, 300);
        told("m", 12, 300);

        TrafficDays.Over over = looks().orElseThrow();

        assertThat(over.last()).isEqualTo(11);
        assertThat(over.counts().events()).isEqualTo(600);
        assertThat(looks()).as("300 of the newest day").isEmpty();
    }

    @Test
    void theModelThatDecidedMostIsTheOneThatIsReported() {
        told("old", 10, 700);
        told("new", 10, 800);
        told("new", 11, 100);

        TrafficDays.Over over = looks().orElseThrow();

        assertThat(over.counts().under().model()).isEqualTo("new");
        assertThat(over.counts().events()).isEqualTo(800);
    }

    @Test
    void whatPeopleSaidOnTheDayIsReportedWithIt() {
        told("m", 10, 600);
        told("m", 11, 100);
        days.add(judged(10, 3, 1));
        days.add(judged(10, 1, 0));
        days.add(judged(11, 5, 5));

        TrafficDays.Over over = looks().orElseThrow();

        assertThat(over.frauds()).isEqualTo(4);
        assertThat(over.legitimate()).isEqualTo(1);
    }

    @Test
    void aWrongClockNeitherEndsADayNorHoldsItUp() {
        told("m", 10, 600);
        told("m", 9000, 1);
        assertThat(looks()).as("one event of 601 begins no day").isEmpty();

        told("m", 11, 100);
        told("m", -5, 1);
        assertThat(days.over().orElseThrow().last()).isEqualTo(10);
    }

    @Test
    void whatComesAfterTheReportOfItsDayIsLetGo() {
        told("m", 10, 600);
        told("m", 11, 600);
        looks();

        told("m", 10, 600);
        told("m", 12, 600);

        assertThat(looks().orElseThrow().counts().events()).isEqualTo(600);
    }

    @Test
    void daysOutliveARestartAndAreLookedAtAnew() {
        told("m", 10, 600);
        told("m", 11, 100);
        days.over();
        days.reported(0.5);

        days = TrafficDays.decode(days.encode());

        assertThat(days.reportedIndex()).hasValue(0.5);
        assertThat(days.over()).as("tasks may have told meanwhile").isEmpty();
        assertThat(days.over().orElseThrow().counts().events()).isEqualTo(600);
        days = TrafficDays.decode(days.encode());
        assertThat(looks()).as("it is reported once").isEmpty();
    }

    @Test
    void bytesOfAnotherFormatOrThatAreCutAreRefused() {
        told("m", 10, 600);
        byte[] bytes = days.encode();

        assertThatThrownBy(() -> TrafficDays.decode(Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(IllegalArgumentException.class);
        bytes[0] = 9;
        assertThatThrownBy(() -> TrafficDays.decode(bytes))
                .hasMessage(
                        "days of traffic are stored in format 9, this release reads 1: use the release that wrote them");
    }

    /** As often as it takes for whoever still tells to be heard. */
    private Optional<TrafficDays.Over> looks() {
        Optional<TrafficDays.Over> first = days.over();
        return first.isPresent() ? first : days.over();
    }

    private void told(String model, long day, long events) {
        days.add(new DayCounts(new DayCounts.Under(model, day), TrafficCounts.of(events, 0, events)));
    }

    private static DayCounts judged(long day, int frauds, int legitimate) {
        DayCounts counts = new DayCounts(new DayCounts.Under("", day), TrafficCounts.of());
        for (int i = 0; i < frauds + legitimate; i++) {
            counts.judged(i < frauds);
        }
        return counts;
    }
}
