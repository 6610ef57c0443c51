package dev.twinwatch.engine.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.engine.TestEvents;
import dev.twinwatch.engine.watch.FeatureSpec;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A watch of amounts and shops gains tips, devices and what is usual, in front of what it had and behind it. */
final class LayoutChangeTest {
    private static final String BEFORE = """
            watch: cards
            entity: who
            time: {field: at, unit: seconds}
            sequence: {length: 4}
            features:
              - {name: amount, field: amount, as: number}
              - {name: fee, field: fee, as: number}
              - {name: shop, field: shop, as: category}
              - {name: new-shop, field: shop, as: novelty}
            """;
    private static final String AFTER = """
            watch: cards
            entity: who
            time: {field: at, unit: seconds}
            sequence: {length: 4}
            features:
              - {name: tip, field: tip, as: number}
              - {name: amount, field: amount, as: number}
              - {name: usual, field: amount, as: relative}
              - {name: device, field: device, as: category}
              - {name: new-device, field: device, as: novelty}
              - {name: shop, field: shop, as: category}
              - {name: new-shop, field: shop, as: novelty}
              - {name: frauds, field: shop, as: confirmed-fraud}
            """;

    private final TestEvents events = TestEvents.ofWatch(BEFORE);
    private final Layout before = events.layout();
    private final Layout after = TestEvents.layoutOf(AFTER);

    @Test
    void whatWasKeptStaysWhatWasGainedIsMissingAndWhatWasLostIsGone() {
        assertThat(after.remember(before)).isTrue();
        Window window = after.carry(window(7, 0.5f, 3f));

        assertThat(after.numbers()).containsExactly("tip", "amount");
        assertThat(window.layout()).isSameAs(after);
        assertThat(window.firstNumber()).isEqualTo(5);
        assertThat(window.events()).isEqualTo(2);
        assertThat(window.time(1)).isEqualTo(12);
        assertThat(window.number(0, 0)).isNaN();
        assertThat(window.number(0, 1)).isEqualTo(7f);
        assertThat(window.category(0, 0)).isZero();
        assertThat(window.category(0, 1)).isEqualTo(Hash64.of("corner"));
        // usual, new-device, new-shop, then number, rate and recency of frauds
        assertThat(window.arrival(0, 0)).isNaN();
        assertThat(window.arrival(0, 1)).isNaN();
        assertThat(window.arrival(0, 2)).isEqualTo(3f);
        assertThat(window.arrival(0, 3)).isZero();
        assertThat(window.arrival(0, 5)).isZero();
    }

    @Test
    void whatWasGainedIsKnownByItsPlacesAndByTheFeaturesThatReadIt() {
        after.remember(before);
        LayoutChange change = after.changeFrom(before);

        // tip 0, amount 1, device 2, shop 3, usual 4, new-device 5, new-shop 6; frauds 7 to 9 are asked for at each
        // event
        assertThat(change.gained()).containsExactly(0, 2, 4, 5);
        assertThat(after.featuresOf(change.gained()))
                .extracting(FeatureSpec::name)
                .containsExactly("tip", "usual", "device", "new-device");
        // before: amount 0, fee 1, shop 2, new-shop 3
        assertThat(change.places(Set.of(0, 1, 3))).containsExactly(1, 6);
        assertThat(change.arrivalBefore(2)).isZero();
        assertThat(change.arrivalBefore(1)).isNegative();
        assertThat(change.category(0)).isEqualTo(1);
    }

    @Test
    void placesWithoutAnyValueAreLeftOutOfAWindow() {
        Window window = window(7, 0.5f, 3f);

        Window less = window.without(Set.of(0, 2, 3));

        assertThat(less.number(1, 0)).isNaN();
        assertThat(less.number(1, 1)).isEqualTo(0.5f);
        assertThat(less.category(1, 0)).isZero();
        assertThat(less.arrival(1, 0)).isNaN();
        assertThat(window.number(1, 0)).as("the window itself").isEqualTo(7f);
        assertThat(window.without(Set.of())).isSameAs(window);
    }

    @Test
    void windowsAndEventsOnTheirWayAreReadFromTheEarlierLayout() {
        after.remember(before);
        byte[] window = WindowCodec.encode(window(7, 0.5f, 3f));
        byte[] event = new EventCodec(before).encode(events.next("ana", "at", 13, "amount", 8, "shop", "corner"));

        assertThat(WindowCodec.decode(after, window)).isEqualTo(after.carry(window(7, 0.5f, 3f)));
        Event read = new EventCodec(after).decode(event);
        assertThat(read.entity()).isEqualTo("ana");
        assertThat(read.number(0)).isNaN();
        assertThat(read.number(1)).isEqualTo(8f);
        assertThat(read.text(0)).isEmpty();
        assertThat(read.text(1)).isEqualTo("corner");
        assertThat(read.category(1)).isEqualTo(Hash64.of("corner"));
    }

    @Test
    void aLayoutWithOtherSequencesOrTimesOrOfAnotherWatchIsNoEarlierOne() {
        for (Layout other : List.of(
                TestEvents.layoutOf(BEFORE.replace("length: 4", "length: 5")),
                TestEvents.layoutOf(BEFORE.replace("unit: seconds", "unit: millis")),
                TestEvents.layoutOf(BEFORE.replace("watch: cards", "watch: logins")),
                after)) {
            assertThat(after.remember(other)).as(other.description()).isFalse();
        }
    }

    @Test
    void aLayoutOfWhichNothingIsKnownIsRefusedWithWhatWouldMakeItKnown() {
        byte[] window = WindowCodec.encode(window(7, 0.5f, 3f));

        assertThatThrownBy(() -> WindowCodec.decode(after, window))
                .hasMessage(
                        "a window is of another layout than watch cards has now: fields, kinds or scales of features"
                                + " changed: change the watch back, or give the changed watch another name, or run it once as it"
                                + " was, so that its service says on the control topic how that state is read");
    }

    /** Two events of the watch as it was, numbers 5 and 6. */
    private Window window(double amount, float fee, float age) {
        byte[] slots = new byte[2 * before.slotBytes()];
        for (int i = 0; i < 2; i++) {
            Event event = events.next("ana", "at", 11 + i, "amount", amount, "fee", fee, "shop", "corner");
            Window.write(before, slots, i, 11 + i, event, new float[] {age});
        }
        return Window.over(before, slots, 2, 5);
    }
}
