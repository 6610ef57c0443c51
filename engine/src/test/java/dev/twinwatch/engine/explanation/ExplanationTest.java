package dev.twinwatch.engine.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.engine.TestEvents;
import dev.twinwatch.engine.TestModels;
import dev.twinwatch.engine.alert.Alert;
import dev.twinwatch.engine.alert.Likeness;
import dev.twinwatch.engine.alert.Reason;
import dev.twinwatch.engine.cases.Finding;
import dev.twinwatch.engine.cases.LabelledValues;
import dev.twinwatch.engine.detection.Detector;
import dev.twinwatch.engine.detection.InMemoryStates;
import dev.twinwatch.engine.detection.Outcome;
import dev.twinwatch.engine.evidence.Confidence;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.EventCodec;
import dev.twinwatch.engine.features.Hash64;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What an alert says to an analyst. Windows have four events; twelve events are vouched for and make three references, of which
 * those count that share no event with the window.
 */
final class ExplanationTest {
    private static final String WATCH = """
            watch: cards
            entity: who
            sequence: {length: 4, minimum: 2}
            features:
            """;
    private static final String AMOUNT = "  - {name: amount, field: amount, as: number}\n";
    private static final String PLACE = "  - {name: place, field: shop, as: category, buckets: 5}\n";
    private static final String NEW_PLACE = "  - {name: new-place, field: shop, as: novelty}\n";
    private static final String TIME = "time: {field: at, unit: seconds}\n";
    private static final long DAY = 86_400;
    private static final long HOUR = 3_600;

    private final InMemoryStates states = new InMemoryStates();

    @Test
    void aNumberIsSaidAgainstItsUsualRangeWithTheEventThatHasIt() {
        TestEvents events = TestEvents.ofWatch(WATCH + AMOUNT);
        for (int i = 0; i < 12; i++) {
            enrol(events, "amount", i % 2);
        }

        Alert alert = firstAlert(events, scorer(events, 0.5, "averages"), fields("amount", 40.5), fields("amount", 52));

        assertThat(alert.reasons())
                .containsExactly(new Reason(
                        "amount",
                        "amount: 40.50 and 52 where 0 to 1 is usual",
                        "40.50 and 52",
                        "0 to 1",
                        1,
                        List.of(new Reason.At(13, 13), new Reason.At(14, 14))));
    }

    @Test
    void whereEachValueIsUsualByItselfTheMiddleOfTheWindowIsSaid() {
        TestEvents events = TestEvents.ofWatch(WATCH + AMOUNT);
        for (int i = 0; i < 12; i++) {
            enrol(events, "amount", i % 4 == 3 ? 8 : 0);
        }

        Alert alert = firstAlert(events, scorer(events, 0.5, "averages"), fields("amount", 8), fields("amount", 8));

        assertThat(alert.reasons())
                .extracting(Reason::words)
                .containsExactly("amount: typically 8 in the last 4 events where 0 is usual");
    }

    /** Typing: the first key is held 0, all others 5; held 5 the first is unusual, though 5 is the most usual of all. */
    @Test
    void wherePositionsHaveTheirMeaningANumberIsSaidAgainstItsPosition() {
        TestEvents events = TestEvents.ofWatch(
                WATCH.replace("minimum: 2", "minimum: 2, by: word") + "  - {name: held, field: amount, as: number}\n");
        for (int i = 0; i < 12; i++) {
            enrol(events, "amount", i % 4 == 0 ? 0 : 5, "word", i / 4);
        }

        Alert alert = firstAlert(
                events,
                new Scorer(TestModels.byPosition(events.layout(), 1)),
                fields("amount", 5, "word", "x"),
                fields("amount", 5, "word", "x"));

        assertThat(alert.reasons()).extracting(Reason::words).containsExactly("held: 5 at position 1 where 0 is usual");
    }

    @Test
    void valuesNeverUsedBeforeAreNamedFirstHoweverLittleTheyWeigh() {
        TestEvents events = TestEvents.ofWatch(WATCH + AMOUNT + NEW_PLACE);
        for (int i = 0; i < 12; i++) {
            enrol(events, "amount", i % 2, "shop", "home");
        }

        Alert alert = firstAlert(
                events,
                scorer(events, 0.5, "averages"),
                fields("amount", 40, "shop", "bar"),
                fields("amount", 40, "shop", "home"));

        assertThat(alert.reasons())
                .extracting(Reason::feature, Reason::words, Reason::usual, Reason::share)
                .containsExactly(
                        tuple("new-place", "new-place: bar, never used before", "none new", 0.0),
                        tuple("amount", "amount: 40 where 0 to 1 is usual", "0 to 1", 1.0));
    }

    /** The limit of 1.5 is passed with four new values: log(1 + 4) = 1.6. */
    @Test
    void ofManyNewValuesTheNewestAreNamed() {
        TestEvents events = TestEvents.ofWatch(WATCH + AMOUNT + NEW_PLACE);
        for (int i = 0; i < 12; i++) {
            enrol(events, "shop", "home");
        }

        Alert alert = firstAlert(
                events,
                scorer(events, 1.5, "novelty new-place"),
                fields("shop", "a"),
                fields("shop", "b"),
                fields("shop", "c"),
                fields("shop", "d"));

        Reason reason = alert.reasons().get(0);
        assertThat(reason.words()).isEqualTo("new-place: b, c, d and 1 more value never used before");
        assertThat(reason.events()).extracting(Reason.At::number).containsExactly(14L, 15L, 16L);
        assertThat(reason.share()).isEqualTo(1);
    }

    @Test
    void newValuesOfWhichOnlyTheHashCameAreCounted() {
        TestEvents events = TestEvents.ofWatch(WATCH + AMOUNT + NEW_PLACE);
        for (int i = 0; i < 12; i++) {
            enrol(events, "shop", "home");
        }
        Detector detector = detector(events);
        Scorer scorer = scorer(events, 1, "novelty new-place");

        detector.onEvent(scorer, inFirstFormat(events, events.next("ana", "shop", "a")));
        Alert alert = detector.onEvent(scorer, inFirstFormat(events, events.next("ana", "shop", "b")))
                .alert()
                .orElseThrow();

        assertThat(alert.reasons()).extracting(Reason::words).containsExactly("new-place: 2 values never used before");
    }

    @Test
    void valuesThatNoReferenceHasAreSaidWithTheirEvents() {
        TestEvents events = TestEvents.ofWatch(WATCH + PLACE);
        for (int i = 0; i < 12; i++) {
            enrol(events, "shop", i % 4 == 3 ? "work" : "home");
        }

        Alert alert =
                firstAlert(events, scorer(events, 1, "usage place"), fields("shop", "bar"), fields("shop", "bar"));

        Reason reason = alert.reasons().get(0);
        assertThat(reason.words())
                .isEqualTo("place: values in 2 of the last 4 events that none of the 2 known windows has");
        assertThat(reason.observed()).isEqualTo("2 of the last 4 events");
        assertThat(reason.events()).extracting(Reason.At::number).containsExactly(13L, 14L);
    }

    /** Work is so usual that its evidence is log(.2 / .25) = -.22. */
    @Test
    void aKnownValueCanBeUsedTooOften() {
        TestEvents events = TestEvents.ofWatch(WATCH + PLACE);
        for (int i = 0; i < 12; i++) {
            enrol(events, "shop", i % 4 == 3 ? "work" : "home");
        }

        Alert alert = firstAlert(
                events,
                scorer(events, -0.4, "usage place"),
                fields("shop", "work"),
                fields("shop", "work"),
                fields("shop", "work"));

        assertThat(alert.reasons())
                .extracting(Reason::words)
                .containsExactly("place: one value in 4 of the last 4 events where 1 of 4 is usual");
    }

    @Test
    void anHourIsSaidInUtc() {
        TestEvents events = TestEvents.ofWatch(WATCH + "  - {name: hour, as: time-of-day}\n" + TIME);
        long[] hours = {5, 6, 7, 6};
        for (int i = 0; i < 12; i++) {
            enrol(events, "at", i * DAY + hours[i % 4] * HOUR);
        }

        Alert alert = firstAlert(
                events,
                scorer(events, 0.3, "averages"),
                fields("at", 12 * DAY + 18 * HOUR),
                fields("at", 13 * DAY + 18 * HOUR),
                fields("at", 14 * DAY + 18 * HOUR),
                fields("at", 15 * DAY + 18 * HOUR));

        Reason reason = alert.reasons().get(0);
        assertThat(reason.words()).isEqualTo("hour: 18:00 UTC where 05:00 to 07:00 is usual");
        assertThat(reason.events()).contains(new Reason.At(13, (12 * DAY + 18 * HOUR) * 1_000_000));
    }

    @Test
    void aDayIsSaidByItsName() {
        TestEvents events = TestEvents.ofWatch(WATCH + "  - {name: day, as: day-of-week}\n" + TIME);
        long tuesday = 5 * DAY + 12 * HOUR;
        long saturday = 9 * DAY + 12 * HOUR;
        for (int i = 0; i < 12; i++) {
            enrol(events, "at", tuesday + 7L * i * DAY);
        }

        Alert alert = firstAlert(
                events,
                scorer(events, 0.3, "averages"),
                fields("at", saturday + 7 * 12 * DAY),
                fields("at", saturday + 7 * 13 * DAY),
                fields("at", saturday + 7 * 14 * DAY),
                fields("at", saturday + 7 * 15 * DAY));

        assertThat(alert.reasons())
                .extracting(Reason::words)
                .containsExactly("day: 4 of 4 events on Saturday where 0 of 4 is usual");
    }

    @Test
    void aPauseIsSaidAsADuration() {
        TestEvents events = TestEvents.ofWatch(WATCH + "  - {name: pause, as: since-previous}\n" + TIME);
        for (int i = 0; i < 12; i++) {
            enrol(events, "at", i * HOUR);
        }

        Alert alert = firstAlert(
                events,
                scorer(events, 1, "averages"),
                fields("at", 11 * HOUR + 1),
                fields("at", 11 * HOUR + 2),
                fields("at", 11 * HOUR + 3));

        assertThat(alert.reasons()).extracting(Reason::words).containsExactly("pause: 1.0 s where 1 h is usual");
    }

    @Test
    void whereNoFeatureMakesADifferenceTheWindowIsSaidAsAWhole() {
        TestEvents events = TestEvents.ofWatch(WATCH + AMOUNT);
        for (int i = 0; i < 12; i++) {
            enrol(events, "amount", 1);
        }

        Alert alert = firstAlert(events, scorer(events, -1), fields("amount", 1));

        assertThat(alert.reasons())
                .extracting(Reason::feature, Reason::words, Reason::share)
                .containsExactly(tuple("behaviour", "the last 4 events as a whole are more like someone else's", 1.0));
    }

    /** All values of a newcomer were never used before, which says nothing. */
    @Test
    void ofANewcomerItIsSaidThatNothingIsKnown() {
        TestEvents events = TestEvents.ofWatch(WATCH + AMOUNT + NEW_PLACE);
        Scorer scorer =
                new Scorer(TestModels.weighing(events.layout(), -1).confident(Confidence.ofFactors(0, List.of())));

        Alert alert = firstAlert(
                events,
                scorer,
                fields("amount", 1, "shop", "a"),
                fields("amount", 2, "shop", "b"),
                fields("amount", 3, "shop", "c"),
                fields("amount", 4, "shop", "d"));

        assertThat(alert.reasons())
                .extracting(Reason::feature, Reason::words)
                .containsExactly(tuple(
                        "behaviour",
                        "the last 4 events, the first of this entity, are unlike what is usual for anyone"));
        assertThat(alert.likeness().own()).isEmpty();
    }

    @Test
    void theNearestOfTheOwnReferencesIsNamedByItsLastEvent() {
        TestEvents events = TestEvents.ofWatch(WATCH + AMOUNT);
        for (int amount : new int[] {0, 0, 0, 5, 9, 9, 9, 9, 7, 0, 0, 0}) {
            enrol(events, "amount", amount);
        }

        Alert alert = firstAlert(events, scorer(events, -1), fields("amount", 5));

        Likeness.Own own = alert.likeness().own().orElseThrow();
        assertThat(own.latest()).isEqualTo(new Reason.At(4, 4));
        assertThat(own.distance()).isCloseTo(0, within(1e-6));
        assertThat(alert.likeness().other()).isEmpty();
        assertThat(alert.likeness().fraud()).isEmpty();
    }

    private Detector detector(TestEvents events) {
        return new Detector(events.layout(), states, Detector.KEPT_REFERENCES);
    }

    @Test
    void fraudsConfirmedForTheValueOfTheNewestEventAreTold() {
        TestEvents events =
                TestEvents.ofWatch(WATCH + AMOUNT + "  - {name: bad-shop, field: shop, as: confirmed-fraud}\n" + TIME);
        LabelledValues labels = new LabelledValues(events.layout());
        for (long day : List.of(1, 2)) {
            labels.add(List.of(Hash64.of("corner")), new Finding(day * DAY * 1_000_000, 0, true));
        }
        Detector detector = new Detector(events.layout(), states, Detector.KEPT_REFERENCES, labels);
        for (int i = 0; i < 12; i++) {
            detector.onEvent(null, events.enrolled("ana", "at", 3 * DAY + i, "amount", i % 2, "shop", "home"));
        }
        Scorer scorer = scorer(events, 0.5, "frauds bad-shop");

        detector.onEvent(scorer, events.next("ana", "at", 3 * DAY + 12, "amount", 0, "shop", "home"));
        Outcome bought =
                detector.onEvent(scorer, events.next("ana", "at", 3 * DAY + 13, "amount", 1, "shop", "corner"));

        assertThat(bought.alert().orElseThrow().reasons())
                .extracting(Reason::words, Reason::share)
                .containsExactly(tuple("bad-shop: 2 confirmed frauds with the same value not long ago", 1.0));
    }

    private void enrol(TestEvents events, @Nullable Object... fields) {
        detector(events).onEvent(null, events.enrolled("ana", fields));
    }

    private static Object[] fields(Object... fields) {
        return fields;
    }

    private static Scorer scorer(TestEvents events, double limit, String... counting) {
        return new Scorer(TestModels.weighing(events.layout(), limit, counting));
    }

    /** The alert that the last of these events opens, and none before it. */
    private Alert firstAlert(TestEvents events, Scorer scorer, Object[]... each) {
        Detector detector = detector(events);
        Optional<Alert> alert = Optional.empty();
        for (Object[] fields : each) {
            assertThat(alert).isEmpty();
            alert = detector.onEvent(scorer, events.next("ana", fields)).alert();
        }
        return alert.orElseThrow();
    }

    /** As an older release sent it on: without the text of its one category. */
    private static Event inFirstFormat(TestEvents events, Event event) {
        EventCodec codec = new EventCodec(events.layout());
        byte[] bytes = codec.encode(event);
        byte[] older = Arrays.copyOf(bytes, bytes.length - 4 - event.text(0).length());
        older[0] = 1;
        return codec.decode(older);
    }
}
