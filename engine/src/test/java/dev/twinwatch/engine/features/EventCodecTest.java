package dev.twinwatch.engine.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.engine.TestEvents;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Events in transit: what is written is read again, and what was not written so is refused. */
final class EventCodecTest {
    private static final String WITHOUT_NOVELTY = """
            watch: cards
            entity: who
            time: {field: at, unit: micros}
            id: id
            sequence: {length: 8, by: session}
            features:
              - {name: amount, field: amount, as: number}
              - {name: place, field: terminal, as: category}
            """;
    private static final TestEvents EVENTS =
            TestEvents.ofWatch(WITHOUT_NOVELTY + "  - {name: new-place, field: terminal, as: novelty}\n");
    private static final EventCodec CODEC = new EventCodec(EVENTS.layout());
    private static final Event EVENT = EVENTS.at(
            new Origin("cards", 3, 77, true),
            "ana",
            "id",
            "tx-1",
            "at",
            1_000_000L,
            "session",
            "a",
            "amount",
            1.5,
            "terminal",
            "terminal-7");
    /** Entity, id and source, each after its length; partition, offset, enrol; time, sequence; values. */
    private static final String VALUES = "00000003" + "616e61"
            + "00000004" + "74782d31"
            + "00000005" + "6361726473"
            + "00000003" + "000000000000004d" + "01"
            + "00000000000f4240" + "02c0bdbf481420f8"
            + "3fc00000" + "8d27e28633eb61db";

    /** Format, layout, values. */
    private static final String GOLDEN_1 = "01" + "4e8a1606" + VALUES;
    /** With the text of the value after its length. */
    private static final String GOLDEN = "02" + "e240d606" + VALUES + "0000000a" + "7465726d696e616c2d37";

    @Property(seed = "1")
    void whatIsWrittenIsRead(
            @ForAll @AlphaChars @NumericChars @StringLength(min = 1, max = 40) String entity,
            @ForAll @StringLength(min = 1, max = 20) @AlphaChars String terminal,
            @ForAll int partition,
            @ForAll long offset,
            @ForAll boolean enrol,
            @ForAll long time,
            @ForAll float amount) {
        Event event = EVENTS.at(
                new Origin("t-\u00e9", partition, offset, enrol),
                entity,
                "id",
                "tx \u20ac",
                "at",
                time,
                "session",
                terminal,
                "amount",
                amount,
                "terminal",
                terminal);

        Event read = CODEC.decode(CODEC.encode(event));

        assertThat(read).usingRecursiveComparison().isEqualTo(event);
    }

    @Test
    void missingValuesStayMissing() {
        Event event = EVENTS.next("ana", "id", "tx-1", "at", 1, "session", "a");

        Event read = CODEC.decode(CODEC.encode(event));

        assertThat(read.number(0)).isNaN();
        assertThat(read.category(0)).isZero();
    }

    @Test
    void theBytesNeverChange() {
        assertThat(HexFormat.of().formatHex(CODEC.encode(EVENT))).isEqualTo(GOLDEN);
        assertThat(CODEC.decode(HexFormat.of().parseHex(GOLDEN)))
                .usingRecursiveComparison()
                .isEqualTo(EVENT);
    }

    @Test
    void anEventOfTheFirstFormatIsReadWithoutItsText() {
        EventCodec codec = new EventCodec(TestEvents.layoutOf(WITHOUT_NOVELTY));

        Event read = codec.decode(HexFormat.of().parseHex(GOLDEN_1));

        assertThat(read.id()).isEqualTo("tx-1");
        assertThat(read.category(0)).isEqualTo(EVENT.category(0));
        assertThat(read.text(0)).isEmpty();
    }

    @Test
    void bytesThatWereCutAnywhereAreRefused() {
        byte[] whole = CODEC.encode(EVENT);

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> CODEC.decode(cut))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("event in transit is cut short at " + length + " bytes");
        }
    }

    @Test
    void aTextThatClaimsToBeLongerThanTheBytesTakesNoMemory() {
        byte[] bytes = CODEC.encode(EVENT);
        bytes[5] = 0x7f;

        assertThatThrownBy(() -> CODEC.decode(bytes)).isExactlyInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEventOfAnotherLayoutIsRefused() {
        EventCodec other = new EventCodec(
                TestEvents.layoutOf("watch: cards\nentity: who\nfeatures: [{name: fee, field: fee, as: number}]"));

        assertThatThrownBy(() -> other.decode(CODEC.encode(EVENT)))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "event in transit is of another layout than watch cards has now: sequence.length was 8 and is"
                                + " now 32; time.unit was micros and is now no time; fields, kinds or scales of features changed:"
                                + " change the watch back, or give the changed watch another name");
    }

    @Test
    void anEventOfANewerFormatIsRefused() {
        byte[] bytes = CODEC.encode(EVENT);
        bytes[0] = 3;

        assertThatThrownBy(() -> CODEC.decode(bytes))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "event in transit is of format 3, this release reads formats 1 and 2: run the release that wrote"
                                + " it, or a newer one");
    }
}
