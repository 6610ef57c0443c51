package dev.twinwatch.stream.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Counted events, also as bytes: they lie on an internal topic and in a store, so that each change of them is a migration. */
final class TallyTest {
    private static final long NOON = TimeUnit.HOURS.toMicros(12);
    /** Format; limit 3, day 0, newest, 2 scored, 1 opened, 1 held back; model; two steps of the histogram with 1 each. */
    private static final String GOLDEN = "01" + "4008000000000000" + "0000000000000000" + "0000000a0eebb000"
            + "0000000000000002" + "0000000000000001" + "0000000000000001" + "0002" + "6d31" + "0002"
            + "002d" + "0000000000000001" + "0030" + "0000000000000001";

    @Test
    void whatTheTrainedLimitWouldHaveFlaggedAndTheOneInForceDidNotIsHeldBack() {
        Tally tally = new Tally(new Tally.Under("m1", 3, 0));

        assertThat(tally.count(1.9, false, 2, NOON)).as("under both").isFalse();
        assertThat(tally.count(2.5, false, 2, NOON)).isTrue();
        assertThat(tally.count(3, false, 2, NOON))
                .as("a limit flags what is over it")
                .isTrue();
        assertThat(tally.count(3.1, true, 2, NOON)).as("over both").isFalse();
        assertThat(tally.heldBack()).isEqualTo(2);
        assertThat(tally.opened()).isEqualTo(1);
        assertThat(tally.scored()).isEqualTo(4);
    }

    @Test
    void eventsLieOnTheDayOfTheirTimeAlsoBefore1970() {
        assertThat(Tally.Under.of("m1", 3, TimeUnit.DAYS.toMicros(7) - 1).day()).isEqualTo(6);
        assertThat(Tally.Under.of("m1", 3, TimeUnit.DAYS.toMicros(7)).day()).isEqualTo(7);
        assertThat(Tally.Under.of("m1", 3, -1).day()).isEqualTo(-1);
    }

    @Test
    void eventsBetweenTwoLimitsAreCountedInSteps() {
        Tally tally = new Tally(new Tally.Under("m1", 3, 0));
        for (double evidence : new double[] {-1000, 2.9, 3.1, 3.2, 3.3, 3.4, 3.6, 1000}) {
            tally.count(evidence, false, 3, NOON);
        }

        assertThat(tally.between(3, 3.5)).isEqualTo(4);
        assertThat(tally.between(3.25, 3)).as("half of a step with four").isEqualTo(2);
        assertThat(tally.between(-5000, 5000)).isEqualTo(8);
    }

    @Test
    void theBytesNeverChange() {
        Tally tally = new Tally(new Tally.Under("m1", 3, 0));
        tally.count(2.5, false, 2, NOON);
        tally.count(4, true, 2, NOON);

        assertThat(HexFormat.of().formatHex(tally.encode())).isEqualTo(GOLDEN);
        assertThat(Tally.decode(HexFormat.of().parseHex(GOLDEN)).encode()).isEqualTo(tally.encode());
    }

    @Test
    void bytesOfANewerReleaseAndBytesThatAreCutAreRefused() {
        byte[] newer = HexFormat.of().parseHex("02" + GOLDEN.substring(2));
        byte[] cut = Arrays.copyOf(HexFormat.of().parseHex(GOLDEN), 60);

        assertThatThrownBy(() -> Tally.decode(newer))
                .hasMessage("counted events are stored in format 2, this release reads 1: use the release that wrote"
                        + " them");
        assertThatThrownBy(() -> Tally.decode(cut)).hasMessage("counted events are cut at 60 bytes");
    }

    @Test
    void bytesThatNoReleaseWritesAreRefused() {
        byte[] longModel = HexFormat.of().parseHex(GOLDEN.replace("0002" + "6d31", "ffff" + "6d31"));
        byte[] step = HexFormat.of().parseHex(GOLDEN.replace("002d", "00a0"));

        assertThatThrownBy(() -> Tally.decode(longModel)).hasMessage("counted events are cut at 75 bytes");
        assertThatThrownBy(() -> Tally.decode(step))
                .hasMessage("counted events have step 160 of evidence, expected 0 to 159: they were written by"
                        + " something else");
    }
}
