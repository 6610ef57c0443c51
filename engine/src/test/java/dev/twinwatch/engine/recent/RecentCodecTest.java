package dev.twinwatch.engine.recent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.engine.TestEvents;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The hot state as bytes: they lie in stores and changelogs, so that each change of them is a migration. */
final class RecentCodecTest {
    private static final String WATCH = """
            watch: cards
            entity: who
            time: {field: at, unit: seconds}
            sequence: {length: 3}
            features:
              - {name: amount, field: amount, as: number}
              - {name: usual, field: amount, as: relative}
              - {name: new-place, field: terminal, as: novelty}
              - {name: pause, as: since-previous}
            """;
    private static final Layout LAYOUT = TestEvents.layoutOf(WATCH);

    @Property(seed = "2")
    void whatIsWrittenIsReadAndGoesOnAsBefore(
            @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 9) Integer> seeds, @ForAll boolean open) {
        TestEvents events = TestEvents.ofWatch(WATCH);
        Recent recent = new Recent(LAYOUT);
        seeds.forEach(seed -> append(recent, events, seed));
        recent.covered(seeds.size() / 2, 7);
        recent.lastEvidence(seeds.size() - 3.5f);
        recent.story(open ? story() : null);

        Recent read = RecentCodec.decode(LAYOUT, RecentCodec.encode(recent));
        assertThat(RecentCodec.encode(read)).isEqualTo(RecentCodec.encode(recent));
        assertThat(read.story()).isEqualTo(recent.story());

        append(read, events, 4);
        append(recent, events, 4);

        assertThat(read.window().bytes()).isEqualTo(recent.window().bytes());
        assertThat(read.count()).isEqualTo(recent.count());
        assertThat(read.coveredUpTo()).isEqualTo(recent.coveredUpTo());
    }

    @Test
    void whetherEventsAreVouchedForIsWritten() {
        TestEvents events = TestEvents.ofWatch(WATCH);
        Recent recent = new Recent(LAYOUT);
        recent.append(events.enrolled("ana", "at", 1));
        assertThat(RecentCodec.decode(LAYOUT, RecentCodec.encode(recent)).isVouchedFor())
                .isTrue();

        recent.append(events.next("ana", "at", 2));
        assertThat(RecentCodec.decode(LAYOUT, RecentCodec.encode(recent)).isVouchedFor())
                .isFalse();
    }

    @Test
    void theBytesAreThoseInTheGoldenFile() throws IOException {
        String golden = golden("recent-v2.hex");

        assertThat(HexFormat.of().formatHex(RecentCodec.encode(full()))).isEqualTo(golden);
    }

    @Test
    void theBytesOfWhatOlderEventsLackAreThoseOfTheGoldenFileWithAnotherFormatAndAnEnd() throws IOException {
        Recent recent = full();
        recent.gained = new Gained(5, Set.of(1, 3));
        // from event 5 on; two places: 1 and 3
        String golden = "03" + golden("recent-v2.hex").substring(2) + "0000000000000005" + "0002" + "0001" + "0003";

        assertThat(HexFormat.of().formatHex(RecentCodec.encode(recent))).isEqualTo(golden);
        assertThat(RecentCodec.decode(LAYOUT, HexFormat.of().parseHex(golden)).gained())
                .isEqualTo(recent.gained);
    }

    @Test
    void theGoldenFileIsRead() throws IOException {
        Recent read = RecentCodec.decode(LAYOUT, HexFormat.of().parseHex(golden("recent-v2.hex")));

        assertIsFull(read);
        assertThat(read.renewals()).isEqualTo(77);
        assertThat(read.absorbedAt()).isEqualTo(1_001_000_000L);
        assertThat(read.goodAt()).isEqualTo(1_000_000_000L);
        assertThat(read.story()).contains(story());
        assertThat(read.newValues().text(1, 0)).as("left the window").isEmpty();
        assertThat(read.newValues().text(2, 0)).isEqualTo("t-1");
        assertThat(read.newValues().text(3, 0)).isEqualTo("t-2");
    }

    /** The story's latest event is the third one, whose time the window has. */
    @Test
    void aStateOfTheFirstFormatIsReadWithoutWhatItDidNotKeep() throws IOException {
        Recent read = RecentCodec.decode(LAYOUT, HexFormat.of().parseHex(golden("recent-v1.hex")));

        assertIsFull(read);
        assertThat(read.story())
                .contains(new Story("alert-1", "event-2", 2, 1_002_000_000L, 1, 3.5f, 3, 2.25, "", 1_002_000_000L));
        assertThat(read.newValues().text(3, 0)).isEmpty();
        assertThat(read.renewals()).isZero();
        assertThat(read.absorbedAt()).isEqualTo(Long.MIN_VALUE);
        assertThat(read.goodAt()).isEqualTo(Long.MIN_VALUE);
    }

    private static void assertIsFull(Recent read) {
        assertThat(read.count()).isEqualTo(4);
        assertThat(read.window().events()).isEqualTo(3);
        assertThat(read.window().number(2, 0)).isEqualTo(3f);
        assertThat(read.lastEvidence()).isEqualTo(-1.5f);
        assertThat(read.coveredUpTo()).isEqualTo(2);
        assertThat(read.profileRevision()).isEqualTo(5);
        assertThat(read.isVouchedFor()).isFalse();
    }

    @Test
    void bytesThatWereCutAnywhereAreRefused() {
        byte[] whole = RecentCodec.encode(full());

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> RecentCodec.decode(LAYOUT, cut))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("recent events are cut or damaged at " + length + " bytes");
        }
    }

    @Test
    void bytesBehindTheEndAreRefused() {
        byte[] whole = RecentCodec.encode(full());

        assertThatThrownBy(() -> RecentCodec.decode(LAYOUT, Arrays.copyOf(whole, whole.length + 1)))
                .isExactlyInstanceOf(IllegalArgumentException.class);
    }

    @Property(seed = "3", tries = 2000)
    void aDamagedByteIsRefusedOrReadIntoAStateThatGoesOn(
            @ForAll @IntRange(min = 0, max = 400) int at, @ForAll byte value) {
        byte[] bytes = RecentCodec.encode(full());
        bytes[at % bytes.length] = value;
        Recent read;
        try {
            read = RecentCodec.decode(LAYOUT, bytes);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageStartingWith("recent events are ");
            return;
        }

        append(read, TestEvents.ofWatch(WATCH), 1);

        assertThat(read.window().events()).isBetween(1, 3);
    }

    @Test
    void aStateOfAnotherLayoutIsRefusedWithTheRemedy() {
        Layout other = TestEvents.layoutOf(WATCH.replace("field: terminal", "field: shop"));

        assertThatThrownBy(() -> RecentCodec.decode(other, RecentCodec.encode(full())))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("recent events are of another layout than watch cards has now: fields, kinds or scales of"
                        + " features changed: change the watch back, or give the changed watch another name, or run it"
                        + " once as it was, so that its service says on the control topic how that state is read");
    }

    @Test
    void aStateOfAnEarlierLayoutGoesOnWithTheFieldsOfNow() {
        Layout now = TestEvents.layoutOf(WATCH + "  - {name: tip, field: tip, as: number}\n"
                + "  - {name: new-shop, field: shop, as: novelty}\n");
        now.remember(LAYOUT);

        Recent read = RecentCodec.decode(now, RecentCodec.encode(full()));

        assertThat(read.count()).isEqualTo(4);
        assertThat(read.window().number(2, 0)).isEqualTo(3f);
        assertThat(read.window().number(2, 1)).isNaN();
        assertThat(read.story()).contains(story());
        assertThat(read.renewals()).isEqualTo(77);
        assertThat(read.coveredUpTo()).isEqualTo(2);
        assertThat(read.profileRevision()).isEqualTo(5);
        // amount 0, tip 1, terminal 2, shop 3, usual 4, new-place 5, pause 6, new-shop 7
        assertThat(read.gained()).isEqualTo(new Gained(5, Set.of(1, 3, 7)));
        assertThat(RecentCodec.decode(now, RecentCodec.encode(read)).gained()).isEqualTo(read.gained());
    }

    @Test
    void whatIsUsualOfAFieldThatStayedIsNotForgotten() {
        TestEvents events = TestEvents.ofWatch(WATCH + "  - {name: tip, field: tip, as: relative}\n");
        events.layout().remember(LAYOUT);
        Recent same = full();
        Recent read = RecentCodec.decode(events.layout(), RecentCodec.encode(same));

        same.append(TestEvents.ofWatch(WATCH).next("ana", "at", 1_100, "amount", 9, "terminal", "t-0"));
        read.append(events.next("ana", "at", 1_100, "amount", 9, "terminal", "t-0"));

        for (int arrival = 0; arrival < 3; arrival++) {
            assertThat(read.window().arrival(2, arrival))
                    .isEqualTo(same.window().arrival(2, arrival));
        }
        assertThat(read.window().arrival(2, 3)).isNaN();
    }

    @Test
    void whatWasGainedInTwoStepsIsUnknownUpToTheSecond() {
        Layout second = TestEvents.layoutOf(WATCH + "  - {name: tip, field: tip, as: number}\n");
        Layout third = TestEvents.layoutOf("""
                watch: cards
                entity: who
                time: {field: at, unit: seconds}
                sequence: {length: 3}
                features:
                  - {name: fee, field: fee, as: number}
                  - {name: tip, field: tip, as: number}
                  - {name: amount, field: amount, as: number}
                """);
        second.remember(LAYOUT);
        third.remember(second);
        Recent atSecond = RecentCodec.decode(second, RecentCodec.encode(full()));
        TestEvents tips = TestEvents.ofWatch(WATCH + "  - {name: tip, field: tip, as: number}\n");
        atSecond.append(tips.next("ana", "at", 1_100, "amount", 9, "tip", 1));

        Recent atThird = RecentCodec.decode(third, RecentCodec.encode(atSecond));

        // fee 0, tip 1, amount 2; the fifth event had a tip and no fee
        assertThat(atThird.gained()).isEqualTo(new Gained(6, Set.of(0, 1)));
        assertThat(atThird.window().number(2, 1)).isEqualTo(1f);
        assertThat(atThird.window().number(2, 2)).isEqualTo(9f);
    }

    @Test
    void aStateOfALongerWindowIsRefusedAndNotTakenForDamaged() {
        Layout shorter = TestEvents.layoutOf(WATCH.replace("length: 3", "length: 2"));

        assertThatThrownBy(() -> RecentCodec.decode(shorter, RecentCodec.encode(full())))
                .hasMessage("recent events are of another layout than watch cards has now: sequence.length was 3 and is"
                        + " now 2: change the watch back, or give the changed watch another name");
    }

    @Test
    void aStateOfANewerFormatIsRefused() {
        byte[] bytes = RecentCodec.encode(full());
        bytes[0] = 4;

        assertThatThrownBy(() -> RecentCodec.decode(LAYOUT, bytes))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "recent events are of format 4, this release reads formats 1 to 3: run the release that wrote"
                                + " them, or a newer one");
    }

    /** Four events, of which the window keeps three, and an open story. */
    private static Recent full() {
        TestEvents events = TestEvents.ofWatch(WATCH);
        Recent recent = new Recent(LAYOUT);
        for (int i = 0; i < 4; i++) {
            append(recent, events, i);
        }
        recent.covered(2, 5);
        recent.lastEvidence(-1.5f);
        recent.story(story());
        recent.renewed(77);
        recent.absorbedAt(1_001_000_000L);
        recent.goodAt(1_000_000_000L);
        return recent;
    }

    private static Story story() {
        return new Story("alert-1", "event-2", 2, 1_002_000_000L, 1, 3.5f, 3, 2.25, "event-3", 1_003_000_000L);
    }

    private static void append(Recent recent, TestEvents events, int seed) {
        recent.append(events.at(new Origin("events", seed % 5, recent.count(), false), "ana", fields(seed)));
    }

    private static Object[] fields(int seed) {
        return new Object[] {"at", 1000 + seed, "amount", seed, "terminal", "t-" + seed % 3};
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = RecentCodecTest.class.getResourceAsStream("/golden/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("\\s", "");
        }
    }
}
