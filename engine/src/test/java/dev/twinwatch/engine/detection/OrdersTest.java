package dev.twinwatch.engine.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.TestEvents;
import dev.twinwatch.engine.TestModels;
import dev.twinwatch.engine.alert.Alert;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.profile.Profile;
import dev.twinwatch.engine.profile.ProfileCodec;
import dev.twinwatch.engine.profile.Reference;
import dev.twinwatch.engine.profile.Reference.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/**
 * What people order for an entity. Ana makes a payment of 0 each hour, four to a window; somebody else spends 6. Evidence over
 * 1 is flagged.
 */
final class OrdersTest {
    private static final long HOUR = 3_600_000_000L;

    private final TestEvents events = TestEvents.ofWatch("""
            watch: cards
            entity: who
            id: id
            time: {field: at, unit: micros}
            sequence: {length: 4, minimum: 2}
            features: [{name: amount, field: amount, as: number}]
            """);
    private final InMemoryStates states = new InMemoryStates();
    private final Detector detector = new Detector(events.layout(), states, Detector.KEPT_REFERENCES);
    private final Scorer scorer = new Scorer(TestModels.weighing(events.layout(), 1, "averages"));
    private Order order = Order.NONE;
    private Orders orders = entity -> order;
    private int hour;
    private int hoursBetween = 1;

    @Test
    void whileAnEntityIsSnoozedItsEventsAreScoredAndNoAlertOpens() {
        spendsTimes(20, 0);
        order = Order.NONE.snoozed(24 * HOUR);

        List<Outcome> snoozed = spendsTimes(4, 6);
        Outcome.Scored after = (Outcome.Scored) spendsTimes(1, 6).get(0);

        assertThat(snoozed).allSatisfy(outcome -> assertThat(outcome.alert()).isEmpty());
        assertThat(((Outcome.Scored) snoozed.get(3)).flagged()).isTrue();
        assertThat(after.alert())
                .as("hour 24 is no longer snoozed")
                .map(Alert::state)
                .contains(Alert.State.OPENED);
    }

    @Test
    void anOpenAlertOfASnoozedEntityDoesNotGrowAndCloses() {
        spendsTimes(20, 0);
        assertThat(states(spendsTimes(3, 4))).containsExactly(Alert.State.OPENED);
        order = Order.NONE.snoozed(1000 * HOUR);

        assertThat(states(spendsTimes(6, 9))).isEmpty();
        assertThat(states(spendsTimes(12, 0))).containsExactly(Alert.State.CLOSED);
    }

    @Test
    void anEntityThatIsResetBeginsAnewAndItsOpenAlertCloses() {
        spendsTimes(20, 0);
        assertThat(states(spendsTimes(4, 6))).contains(Alert.State.OPENED);
        order = Order.NONE.renewed(Order.Renewal.RESET, 1);

        Outcome first = spendsTimes(1, 6).get(0);
        List<Outcome> later = spendsTimes(19, 6);

        assertThat(first).isInstanceOf(Outcome.Learning.class);
        assertThat(first.alert()).map(Alert::state).contains(Alert.State.CLOSED);
        assertThat(states(later)).as("what was somebody else's is its own now").isEmpty();
        assertThat(profile().references()).extracting(Reference::why).startsWith(Why.LEARNED, Why.LEARNED);
    }

    @Test
    void whatIsSaidOfAnAlertFromBeforeAResetChangesNoReferenceAfterIt() {
        spendsTimes(20, 0);
        String alert = alertId(spendsTimes(4, 6));
        order = Order.NONE.renewed(Order.Renewal.RESET, 1);
        spendsTimes(20, 6);
        List<Reference> own = profile().references();

        assertThat(detector.onLegitimate("ana", alert)).isEqualTo(new FeedbackOutcome.BeforeReset());
        assertThat(detector.onFraud("ana", alert)).isInstanceOfSatisfying(FeedbackOutcome.Contradicted.class, it -> {
            assertThat(it.done()).isEqualTo(new FeedbackOutcome.BeforeReset());
        });
        assertThat(profile().references()).isEqualTo(own);
    }

    @Test
    void aFraudFromBeforeAResetIsToldByItsTime() {
        spendsTimes(20, 0);
        order = Order.NONE.renewed(Order.Renewal.RESET, 1);
        spendsTimes(20, 6);
        List<Reference> own = profile().references();

        assertThat(fraudAt(19)).isEqualTo(new FeedbackOutcome.BeforeReset());
        assertThat(profile().references()).isEqualTo(own);
        assertThat(fraudAt(20)).isEqualTo(new FeedbackOutcome.TakenOut(own.size(), 0));
    }

    @Test
    void anAlertThatOpensAfterAResetIsHeard() {
        order = Order.NONE.renewed(Order.Renewal.RESET, 1);
        spendsTimes(20, 0);
        String alert = alertId(spendsTimes(4, 6));

        assertThat(detector.onLegitimate("ana", alert)).isInstanceOf(FeedbackOutcome.Absorbed.class);
    }

    @Test
    void anOrderIsCarriedOutOnce() {
        spendsTimes(20, 0);
        order = Order.NONE.renewed(Order.Renewal.RESET, 1);
        spendsTimes(20, 0);

        assertThat(profile().references()).hasSizeGreaterThan(2);
    }

    @Test
    void restoringPutsBackTheReferencesOfTheLastGoodDay() {
        spendsTimes(40, 0);
        List<Reference> good = ProfileCodec.decode(events.layout(), Objects.requireNonNull(states.goodProfile("ana")))
                .references();
        spendsTimes(4, 0.5);
        assertThat(profile().references()).isNotEqualTo(good);
        order = Order.NONE.renewed(Order.Renewal.RESTORE, 1);

        spendsTimes(1, 0);

        assertThat(profile().references()).isEqualTo(good);
    }

    @Test
    void restoringAnEntityWithoutAGoodDayChangesNothing() {
        spendsTimes(8, 0);
        Profile before = profile();
        order = Order.NONE.renewed(Order.Renewal.RESTORE, 1);

        spendsTimes(1, 0);

        assertThat(profile()).isEqualTo(before);
    }

    @Test
    void theReferencesOfAGoodDayAreThoseOfADayAgo() {
        spendsTimes(16, 0);
        byte[] first = states.goodProfile("ana");
        spendsTimes(16, 0);

        assertThat(first).as("kept with the first window that is absorbed").isNotNull();
        assertThat(states.goodProfile("ana")).as("less than a day later").isEqualTo(first);
        spendsTimes(16, 0);
        assertThat(states.goodProfile("ana")).isNotEqualTo(first);
    }

    /** A window takes two days, so that a day alone would keep what is a single window old. */
    @Test
    void theReferencesOfAGoodDayAreOlderThanAQuarterOfThemAll() {
        hoursBetween = 12;
        spendsTimes(12, 0);
        byte[] first = states.goodProfile("ana");

        spendsTimes(12, 0);
        assertThat(states.goodProfile("ana")).as("four windows later").isEqualTo(first);
        spendsTimes(4, 0);
        assertThat(states.goodProfile("ana")).as("five windows later").isNotEqualTo(first);
    }

    @Test
    void anotherLimitHoldsFromTheTimeOfAnEventOn() {
        orders = new Orders() {
            @Override
            public Order of(String entity) {
                return Order.NONE;
            }

            @Override
            public double limit(double trained, long time) {
                return time < 24 * HOUR ? trained : 1000;
            }
        };
        spendsTimes(20, 0);

        Outcome.Scored before = (Outcome.Scored) spendsTimes(4, 6).get(3);
        Outcome.Scored after = (Outcome.Scored) spendsTimes(1, 6).get(0);

        assertThat(before.limit()).isEqualTo(1);
        assertThat(before.flagged()).isTrue();
        assertThat(after.limit()).isEqualTo(1000);
        assertThat(after.flagged()).as("evidence of %s", after.evidence()).isFalse();
    }

    private List<Outcome> spendsTimes(int times, double amount) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long at = hour * HOUR;
            hour += hoursBetween;
            outcomes.add(
                    detector.onEvent(scorer, events.next("ana", "id", "e" + hour, "at", at, "amount", amount), orders));
        }
        return outcomes;
    }

    private static String alertId(List<Outcome> outcomes) {
        return ((Outcome.Scored) outcomes.get(outcomes.size() - 1)).alertId();
    }

    private FeedbackOutcome fraudAt(int itsHour) {
        return detector.hear(
                "ana", new Said(Word.FRAUD, List.of("of hour " + itsHour), OptionalLong.of(itsHour * HOUR), false));
    }

    private static List<Alert.State> states(List<Outcome> outcomes) {
        return outcomes.stream()
                .flatMap(outcome -> outcome.alert().stream())
                .map(Alert::state)
                .toList();
    }

    private Profile profile() {
        return ProfileCodec.decode(events.layout(), Objects.requireNonNull(states.profile("ana")));
    }
}
