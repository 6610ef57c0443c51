package dev.twinwatch.engine.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How quantities are written. */
final class FiguresTest {
    @Test
    void numbersHaveAsManyDigitsAsPeopleRead() {
        assertThat(Figures.number(412.5f)).isEqualTo("412.50");
        assertThat(Figures.number(18)).isEqualTo("18");
        assertThat(Figures.number(0)).isEqualTo("0");
        assertThat(Figures.number(-0.125)).isEqualTo("-0.13");
        assertThat(Figures.number(0.01234)).isEqualTo("0.0123");
        assertThat(Figures.number(3e18)).isEqualTo("3.00e+18");
        assertThat(Figures.number(Double.NaN)).isEqualTo("none");
    }

    @Test
    void pausesHaveTheirTwoLargestUnits() {
        assertThat(Figures.pause(0.4)).isEqualTo("0.4 s");
        assertThat(Figures.pause(119)).isEqualTo("119 s");
        assertThat(Figures.pause(180)).isEqualTo("3 min");
        assertThat(Figures.pause(7_800)).isEqualTo("2 h 10 min");
        assertThat(Figures.pause(3 * 86_400)).isEqualTo("3 d");
        assertThat(Figures.pause(3 * 86_400 + 7_200)).isEqualTo("3 d 2 h");
        assertThat(Figures.pause(Double.NaN)).isEqualTo("none");
        assertThat(Figures.positions(1)).isEqualTo("1 position");
        assertThat(Figures.positions(7)).isEqualTo("7 positions");
    }

    @Test
    void timesOfDayAreHourAndMinute() {
        assertThat(Figures.clock((3 * 3_600 + 10 * 60 + 59) * 1_000_000L)).isEqualTo("03:10");
    }

    @Test
    void severalAreListed() {
        assertThat(Listing.of(List.of())).isEmpty();
        assertThat(Listing.of(List.of("a"))).isEqualTo("a");
        assertThat(Listing.of(List.of("a", "b"))).isEqualTo("a and b");
        assertThat(Listing.of(List.of("a", "b", "c"))).isEqualTo("a, b and c");
    }
}
