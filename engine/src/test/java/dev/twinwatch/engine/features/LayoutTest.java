package dev.twinwatch.engine.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.engine.TestEvents;
import dev.twinwatch.engine.watch.FeatureSpec;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Where the values of a kept event stand; state and bundles depend on it. */
final class LayoutTest {
    private static final String WATCH = """
            watch: cards
            entity: who
            time: {field: at, unit: seconds}
            features:
              - {name: amount, field: amount, as: number, scale: log}
              - {name: tips, field: tip, as: change}
              - {name: place, field: terminal, as: category}
              - {name: new-place, field: terminal, as: novelty}
              - {name: usual, field: amount, as: relative, scale: log}
              - {name: hour, as: time-of-day}
              - {name: pause, as: since-previous}
            """;

    private final TestEvents events = TestEvents.ofWatch(WATCH);
    private final Layout layout = events.layout();

    @Test
    void aFieldIsKeptOnceHoweverManyFeaturesReadIt() {
        assertThat(layout.numbers()).containsExactly("amount", "tip");
        assertThat(layout.categories()).containsExactly("terminal");
        assertThat(layout.arrivals())
                .extracting(FeatureSpec::name)
                .containsExactly("tips", "new-place", "usual", "pause");
    }

    @Test
    void aSlotIsTimeNumbersCategoriesAndArrivals() {
        assertThat(layout.numberOffset(0)).isEqualTo(8);
        assertThat(layout.numberOffset(1)).isEqualTo(12);
        assertThat(layout.categoryOffset(0)).isEqualTo(16);
        assertThat(layout.arrivalOffset(0)).isEqualTo(24);
        assertThat(layout.slotBytes()).isEqualTo(24 + 4 * 4);
    }

    @Test
    void theFingerprintNeverChanges() {
        assertThat(layout.description())
                .isEqualTo("numbers=[amount, tip] categories=[terminal] arrivals=[change tip NONE;"
                        + "novelty terminal NONE;relative amount LOG;since-previous  NONE;]");
        // CRC-32 of that, its lowest 20 bits; seconds are unit 1; 32 events less 2
        assertThat(layout.fingerprint())
                .isEqualTo((0x430fe << 12) | (1 << 9) | 30)
                .isEqualTo(0x430fe21e);
    }

    @Test
    void theFingerprintChangesWithTheFieldsButNotWithTheirNames() {
        Layout renamed = TestEvents.layoutOf(WATCH.replace("name: amount", "name: price"));
        Layout other = TestEvents.layoutOf(WATCH.replace("field: tip", "field: fee"));

        assertThat(renamed.fingerprint()).isEqualTo(layout.fingerprint());
        assertThat(other.fingerprint()).isNotEqualTo(layout.fingerprint());
    }

    @Test
    void theFingerprintChangesWithTheLengthOfASequenceAndTheUnitOfTime() {
        Layout longer = TestEvents.layoutOf(WATCH + "sequence: {length: 512}");
        Layout millis = TestEvents.layoutOf(WATCH.replace("unit: seconds", "unit: millis"));

        assertThat(longer.fingerprint() - layout.fingerprint()).isEqualTo(512 - 32);
        assertThat(millis.fingerprint() - layout.fingerprint()).isEqualTo(1 << 9);
    }

    @Test
    void whatWasWrittenForAnotherLayoutIsRefusedWithWhatChanged() {
        String remedy = ": change the watch back, or give the changed watch another name";

        layout.requireSame("profile is", layout.fingerprint());
        assertThatThrownBy(() -> layout.requireSame("profile is", fingerprintOf("sequence: {length: 16}", "seconds")))
                .hasMessage(
                        "profile is of another layout than watch cards has now: sequence.length was 16 and is now 32"
                                + remedy);
        assertThatThrownBy(() -> layout.requireSame("profile is", fingerprintOf("", "iso8601")))
                .hasMessage("profile is of another layout than watch cards has now: time.unit was iso8601 and is now"
                        + " seconds" + remedy);
        assertThatThrownBy(() -> layout.requireSame(
                        "profile is",
                        TestEvents.layoutOf(
                                        "watch: cards\nentity: who\nfeatures: [{name: fee, field: fee, as: number}]")
                                .fingerprint()))
                .hasMessage("profile is of another layout than watch cards has now: time.unit was no time and is now"
                        + " seconds; fields, kinds or scales of features changed" + remedy);
    }

    private static int fingerprintOf(String sequence, String unit) {
        return TestEvents.layoutOf(WATCH.replace("unit: seconds", "unit: " + unit) + sequence)
                .fingerprint();
    }

    @Test
    void whatIsWrittenIntoAWindowIsReadFromIt() {
        byte[] slots = new byte[2 * layout.slotBytes()];
        Event first = events.next("ana", "at", 1, "amount", 5, "tip", 0.5, "terminal", "t-1");
        Event second = events.next("ana", "at", 2, "amount", 6, "terminal", "t-2");

        Window.write(layout, slots, 0, 1_000_000, first, new float[] {1, 2, 3, 4});
        Window.write(layout, slots, 1, 2_000_000, second, new float[] {5, 6, Float.NaN, 8});

        Window window = Window.over(layout, slots, 2, 10);
        assertThat(window.time(0)).isEqualTo(1_000_000);
        assertThat(window.number(0, 0)).isEqualTo(5f);
        assertThat(window.number(0, 1)).isEqualTo(0.5f);
        assertThat(window.category(0, 0)).isEqualTo(Hash64.of("t-1"));
        assertThat(window.arrival(0, 3)).isEqualTo(4f);
        assertThat(window.time(1)).isEqualTo(2_000_000);
        assertThat(window.number(1, 1)).isNaN();
        assertThat(window.category(1, 0)).isEqualTo(Hash64.of("t-2"));
        assertThat(window.arrival(1, 2)).isNaN();
        assertThat(window.firstNumber()).isEqualTo(10);
        assertThat(window.lastNumber()).isEqualTo(11);
    }

    @Test
    void theNewestEventsOfAWindowAreAWindowOfTheirOwn() {
        byte[] slots = new byte[3 * layout.slotBytes()];
        for (int i = 0; i < 3; i++) {
            Window.write(layout, slots, i, i, events.next("ana", "at", i, "amount", i), new float[4]);
        }

        Window newest = Window.over(layout, slots, 3, 10).newest(2);
        Arrays.fill(slots, (byte) 0);

        assertThat(newest.events()).isEqualTo(2);
        assertThat(newest.firstNumber()).isEqualTo(11);
        assertThat(newest.lastNumber()).isEqualTo(12);
        assertThat(newest.number(0, 0)).isEqualTo(1f);
        assertThat(newest.number(1, 0)).isEqualTo(2f);
    }

    @Test
    void aCopyDoesNotChangeWithItsOriginal() {
        byte[] slots = new byte[layout.slotBytes()];
        Window.write(layout, slots, 0, 7, events.next("ana", "at", 7), new float[4]);

        Window copy = Window.over(layout, slots, 1, 1).copy();
        slots[7] = 9;

        assertThat(copy.time(0)).isEqualTo(7);
    }

    @Test
    void aWindowInTheMiddleOfLargerBytesIsThatOfItsSlotsAlone() {
        byte[] slots = new byte[2 * layout.slotBytes()];
        for (int i = 0; i < 2; i++) {
            Window.write(layout, slots, i, i, events.next("ana", "at", i, "amount", i), new float[4]);
        }
        byte[] larger = new byte[3 + slots.length];
        System.arraycopy(slots, 0, larger, 3, slots.length);

        Window window = Window.over(layout, larger, 3, 2, 10);

        assertThat(window).isEqualTo(Window.over(layout, slots, 2, 10)).hasSameHashCodeAs(window.copy());
        assertThat(window.bytes()).isEqualTo(slots);
        assertThat(window.number(1, 0)).isEqualTo(1f);
        assertThat(window.newest(1)).isEqualTo(Window.over(layout, larger, 3 + layout.slotBytes(), 1, 11));
        assertThat(window).isNotEqualTo(Window.over(layout, slots, 2, 11));
    }

    @Test
    void aWindowOverTooFewBytesIsRefused() {
        assertThatThrownBy(() -> Window.over(layout, new byte[39], 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("window has 39 bytes, 1 events of layout " + layout.description()
                        + " need 40: the state was written for another watch");
        assertThatThrownBy(() -> Window.over(layout, new byte[40], -1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
