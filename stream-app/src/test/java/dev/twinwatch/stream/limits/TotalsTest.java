package dev.twinwatch.stream.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Events of model m1 under limit 3, as many a day as a test says. */
final class TotalsTest {
    private final Totals totals = new Totals();

    @Test
    void todayIsTheNewestDayAndNotFinished() {
        events(10, 100);
        events(11, 100);
        events(11, 20);

        assertThat(totals.today()).isEqualTo(11);
        assertThat(totals.finished("m1", 3).scored()).isEqualTo(100);
        assertThat(totals.newest()).isEqualTo(TimeUnit.DAYS.toMicros(11) + 99);
    }

    @Test
    void whatWasDecidedUnderAnotherModelOrLimitIsAnotherMatter() {
        events(10, 100);
        told("m1", 4, 10, 30);
        told("m2", 3, 10, 50);
        events(11, 10);

        assertThat(totals.finished("m1", 3).scored()).isEqualTo(100);
        assertThat(totals.finished("m1", 4).scored()).isEqualTo(30);
        assertThat(totals.finished("m2", 3).scored()).isEqualTo(50);
    }

    @Test
    void aFewEventsOfAWrongClockAreNotTakenForToday() {
        events(10, 100);
        events(11, 100);
        events(4000, 1);

        assertThat(totals.today()).isEqualTo(11);
        assertThat(totals.newest()).isEqualTo(TimeUnit.DAYS.toMicros(11) + 99);
        assertThat(totals.finished("m1", 3).scored()).isEqualTo(100);
    }

    @Test
    void sevenDaysBeforeTodayAreRemembered() {
        for (int day = 1; day <= 10; day++) {
            events(day, 100);
        }

        assertThat(totals.finished("m1", 3).scored()).isEqualTo(700);
        assertThat(totals.eventsPerDay()).hasValue(100);
    }

    @Test
    void howManyEventsADayHasIsNotKnownFromTheFirstOneWhichMayHaveBegunBefore() {
        events(10, 100);
        events(11, 300);
        assertThat(totals.eventsPerDay()).isEmpty();

        events(12, 200);
        assertThat(totals.eventsPerDay()).hasValue(300);
    }

    @Test
    void ofVeryManyLimitsThoseWithTheFewestEventsAreForgotten() {
        events(10, 1000);
        for (int limit = 100; limit < 200; limit++) {
            told("m1", limit, 11, 20);
        }

        assertThat(totals.finished("m1", 3).scored()).isEqualTo(1000);
        assertThat(totals.encode().length).isLessThan(70 * Totals.MOST);
    }

    @Test
    void aChangeHoldsItsDayAndTenSeconds() {
        events(10, 100);
        assertThat(totals.mayChange(5_000)).isTrue();
        totals.changed(5_000);
        assertThat(totals.mayChange(60_000)).isFalse();

        events(11, 100);
        assertThat(totals.mayChange(14_999)).as("not all tasks may know yet").isFalse();
        assertThat(totals.mayChange(15_000)).isTrue();
    }

    @Test
    void theBytesNeverChange() {
        events(10, 1);
        totals.changed(5_000);
        Tally tally = new Tally(new Tally.Under("m1", 3, 10));
        tally.count(0, false, 3, TimeUnit.DAYS.toMicros(10));
        String golden = "01" + "000000000000000a" + "0000000000001388" + "00000001" + "00000041"
                + HexFormat.of().formatHex(tally.encode());

        assertThat(HexFormat.of().formatHex(totals.encode())).isEqualTo(golden);
        Totals read = Totals.decode(HexFormat.of().parseHex(golden));
        assertThat(read.mayChange(15_000)).isFalse();
        assertThat(read.encode()).isEqualTo(totals.encode());
        byte[] longTally = HexFormat.of().parseHex("01" + "00".repeat(16) + "00000001" + "7fffffff" + "00");
        assertThatThrownBy(() -> Totals.decode(longTally)).hasMessage("totals of events are cut at 26 bytes");
        assertThatThrownBy(() -> Totals.decode(new byte[] {2}))
                .hasMessage("totals of events are stored in format 2, this release reads 1: use the release that wrote"
                        + " them");
    }

    private void events(long day, int count) {
        told("m1", 3, day, count);
    }

    private void told(String model, double limit, long day, int count) {
        Tally tally = new Tally(new Tally.Under(model, limit, day));
        for (int i = 0; i < count; i++) {
            tally.count(0, false, 3, TimeUnit.DAYS.toMicros(day) + i);
        }
        totals.add(tally);
    }
}
