package dev.twinwatch.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.engine.TestEvents;
import dev.twinwatch.engine.TestModels;
import dev.twinwatch.engine.detection.Detector;
import dev.twinwatch.engine.detection.InMemoryStates;
import dev.twinwatch.engine.detection.Outcome;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Hash64;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.features.WindowCodec;
import dev.twinwatch.engine.recent.Recent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an event is told of frauds that were confirmed for its value; times are days since 1970. */
final class ConfirmedFraudTest {
    private static final long DAY = 86_400_000_000L;
    private static final double CLOSE = 1e-6;

    private final TestEvents events = TestEvents.ofWatch("""
                    watch: cards
                    entity: who
                    time: {field: at, unit: seconds}
                    sequence: {length: 4, minimum: 2}
                    features:
                      - {name: amount, field: amount, as: number}
                      - {name: bad-place, field: place, as: confirmed-fraud, within: 10d, known-for: 2d}
                    """);
    private final FraudCases cases = new FraudCases(events.layout(), 4, 2);

    @Test
    void numberRateAndRecencySpeakOfTheValueWhoeverHadIt() {
        put("c1", "ana", "shop", 3, true);
        put("c2", "ben", "shop", 8, true);
        put("c3", "eve", "shop", 9, false);
        put("c4", "eve", "elsewhere", 9, true);

        Window window = arrived("zoe", "shop", 13);

        // from day 1 to day 11 there were two frauds and one that was fine; the last was 7 of these 10 days after the
        // first
        assertThat(window.arrival(0, 0)).isCloseTo((float) Math.log(3), within((float) CLOSE));
        assertThat(window.arrival(0, 1)).isCloseTo(2 / 3f, within((float) CLOSE));
        assertThat(window.arrival(0, 2)).isCloseTo(0.7f, within((float) CLOSE));
    }

    @Test
    void whatIsTooNewOrTooOldDoesNotCount() {
        put("c1", "ana", "shop", 5, true);

        assertThat(frauds("shop", 6.9)).isZero();
        assertThat(frauds("shop", 7)).isPositive();
        assertThat(frauds("shop", 17)).isPositive();
        assertThat(frauds("shop", 17.1)).isZero();
    }

    @Test
    void aFraudCountsOnceItIsKnown() {
        cases.put(ofValues("c1", "shop", new Finding(5 * DAY, 9 * DAY, true)));

        assertThat(frauds("shop", 8.9)).isZero();
        assertThat(frauds("shop", 9)).isPositive();
    }

    @Test
    void anEventIsNotToldOfItself() {
        TestEvents atOnce = TestEvents.ofWatch("""
                watch: cards
                entity: who
                time: {field: at, unit: seconds}
                features: [{name: bad-place, field: place, as: confirmed-fraud}]
                """);
        LabelledValues values = new LabelledValues(atOnce.layout());
        values.add(List.of(Hash64.of("shop")), new Finding(DAY, DAY, true));
        Recent recent = new Recent(atOnce.layout());

        recent.append(atOnce.next("ana", "at", 86_400, "place", "shop"), values);
        float own = recent.window().arrival(0, 0);
        recent.append(atOnce.next("ana", "at", 86_401, "place", "shop"), values);

        assertThat(own).isZero();
        assertThat(recent.window().arrival(1, 0)).isPositive();
    }

    @Test
    void aMissingValueHasNoFrauds() {
        put("c1", "ana", "", 5, true);

        assertThat(frauds(null, 8)).isZero();
    }

    @Test
    void aCaseThatIsTakenBackOrReplacedNoLongerCounts() {
        put("c1", "ana", "shop", 5, true);
        put("c2", "ana", "bar", 5, true);

        boolean known = cases.takeBack("c1");
        put("c2", "ana", "bar", 5, false);

        assertThat(known).isTrue();
        assertThat(cases.takeBack("c1")).isFalse();
        assertThat(frauds("shop", 8)).isZero();
        assertThat(frauds("bar", 8)).isZero();
    }

    @Test
    void overTheBoundWhatBecameKnownFirstLeavesAndIsCounted() {
        for (int day = 9; day >= 5; day--) {
            put("c" + day, "ana", "shop" + day, day, true);
        }

        assertThat(cases.size()).isEqualTo(4);
        assertThat(cases.beyond()).isEqualTo(1);
        assertThat(frauds("shop5", 12)).isZero();
        assertThat(frauds("shop6", 12)).isPositive();
    }

    @Test
    void theNewestWindowsOfFraudsAreHeldAndNoneOfWhatWasFine() {
        for (int day = 5; day <= 7; day++) {
            cases.put(FraudCase.of("c" + day, "ana", arrived("ana", "shop", day), day * DAY, true));
        }
        cases.put(FraudCase.of("c8", "ana", arrived("ana", "shop", 8), 8 * DAY, false));

        assertThat(cases.compared()).extracting(FraudCase::id).containsExactly("c6", "c7");
        assertThat(frauds("shop", 12)).isCloseTo((float) Math.log(4), within((float) CLOSE));
    }

    @Test
    void aWindowIsReadAsItWasWritten() {
        Window window = arrived("ana", "shop", 5);

        Window read = WindowCodec.decode(events.layout(), WindowCodec.encode(window));

        assertThat(read.bytes()).isEqualTo(window.bytes());
        assertThat(read.firstNumber()).isEqualTo(window.firstNumber());
    }

    @Test
    void aWindowThatWasReadBeforeItsLabelsIsToldOfThemLater() {
        Window before = arrived("ana", "shop", 8);
        LabelledValues values = new LabelledValues(events.layout());
        values.add(List.of(Hash64.of("shop")), new Finding(5 * DAY, 7 * DAY, true));

        assertThat(values.asKnown(before).arrival(0, 0)).isCloseTo((float) Math.log(2), within((float) CLOSE));
    }

    @Test
    void confirmedFraudsAreEvidenceOfTheNewestEvent() {
        put("c1", "ana", "shop", 5, true);
        Scorer scorer = new Scorer(TestModels.weighing(events.layout(), 0.5, "frauds bad-place"));
        Detector detector = new Detector(events.layout(), new InMemoryStates(), 16, cases.labels());

        Outcome outcome = new Outcome.Duplicate();
        for (int i = 0; i < 14; i++) {
            outcome = detector.onEvent(scorer, event("zoe", i == 13 ? "shop" : "bar", 6 + 0.2 * i));
        }

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Scored.class, scored -> {
            assertThat(scored.evidence()).isCloseTo(Math.log(2), within(CLOSE));
            assertThat(scored.alert().orElseThrow().reasons())
                    .extracting(reason -> reason.words())
                    .contains("bad-place: 1 confirmed fraud with the same value not long ago");
        });
    }

    private void put(String id, String entity, String place, int day, boolean fraud) {
        cases.put(FraudCase.of(id, entity, arrived(entity, place, day), day * DAY, fraud));
    }

    private FraudCase ofValues(String id, String place, Finding label) {
        return FraudCase.ofValues(events.layout(), id, "ana", label, Map.of("place", place));
    }

    private float frauds(@Nullable String place, double day) {
        return arrived("zoe", place, day).arrival(0, 0);
    }

    private Window arrived(String entity, @Nullable String place, double day) {
        Recent recent = new Recent(events.layout());
        recent.append(event(entity, place, day), cases.labels());
        return recent.window().copy();
    }

    private Event event(String entity, @Nullable String place, double day) {
        return events.next(entity, "at", day * 86_400, "place", place, "amount", 1);
    }
}
