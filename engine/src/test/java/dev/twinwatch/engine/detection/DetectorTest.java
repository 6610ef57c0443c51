package dev.twinwatch.engine.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.engine.TestEvents;
import dev.twinwatch.engine.TestModels;
import dev.twinwatch.engine.alert.Alert;
import dev.twinwatch.engine.alert.Reason;
import dev.twinwatch.engine.alert.Severity;
import dev.twinwatch.engine.evidence.Confidence;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.profile.KeptEvidence;
import dev.twinwatch.engine.profile.Profile;
import dev.twinwatch.engine.profile.ProfileCodec;
import dev.twinwatch.engine.profile.Reference;
import dev.twinwatch.engine.profile.Reference.Why;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What one event means. Windows have four events and are scored from two on; the model compares the average amount: ana
 * spends 0, somebody else 6. Evidence over 1 is flagged.
 */
final class DetectorTest {
    private static final String WATCH = """
            watch: cards
            entity: who
            id: id
            sequence: {length: 4, minimum: 2}
            features: [{name: amount, field: amount, as: number}]
            """;

    private TestEvents events = TestEvents.ofWatch(WATCH);
    private final InMemoryStates states = new InMemoryStates();
    private Detector detector = new Detector(events.layout(), states, Detector.KEPT_REFERENCES);
    private @Nullable Scorer scorer = scorerOf(events);
    private int number;

    @Test
    void theFirstEventsOfAnEntityAreNotScored() {
        assertThat(spends(0)).isEqualTo(new Outcome.Learning("1 of 2 events", 0));
        assertThat(spends(0)).isEqualTo(new Outcome.Learning("0 of 2 reference windows", 0));
    }

    @Test
    void withoutAModelAnEntityIsLearnedAllTheSame() {
        scorer = null;

        assertThat(spendsTimes(8, 0)).isEqualTo(new Outcome.Learning("no model is active", 0));

        assertThat(whys()).containsExactly(Why.LEARNED, Why.LEARNED);
    }

    @Test
    void anEntityIsScoredOnceTwoReferencesLieBeforeTheWindow() {
        assertThat(spendsTimes(11, 0)).isEqualTo(new Outcome.Learning("1 of 2 reference windows", 1));

        Outcome.Scored scored = scored(spends(0));

        assertThat(scored.references()).isEqualTo(2);
        assertThat(scored.evidence()).isNegative();
        assertThat(scored.limit()).isEqualTo(1.0);
        assertThat(scored.flagged()).isFalse();
        assertThat(scored.alert()).isEmpty();
        assertThat(scored.alertId()).isEmpty();
        assertThat(scored.code()).isEqualTo("SCORED");
    }

    @Test
    void aModelThatIsConfidentEnoughScoresAnEntityFromItsFirstFullWindow() {
        scorer = confident(0.5, 0.8);

        assertThat(spendsTimes(3, 0)).isEqualTo(new Outcome.Learning("3 of 4 events of a first window", 0));
        Outcome.Scored first = scored(spends(0));

        assertThat(first.enrolment()).isEqualTo(Enrolment.NEW);
        assertThat(first.references()).isZero();
        assertThat(first.evidence())
                .as("an average of 0 is the most usual of all")
                .isNegative();
        assertThat(scored(spendsTimes(4, 0)).enrolment()).isEqualTo(Enrolment.LEARNING);
        assertThat(scored(spendsTimes(4, 0)).enrolment()).isEqualTo(Enrolment.READY);
        assertThat(whys()).containsExactly(Why.LEARNED, Why.LEARNED, Why.ABSORBED);
    }

    @Test
    void somebodyNewIsFlaggedWhereHardlyAnyoneBehavesSoAndLearnedAllTheSame() {
        scorer = confident(1, 1);

        Outcome.Scored first = scored(spendsTimes(4, 6));

        // variance 5 of anyone, average 6: (36 / 5 x 3 / 4 - log 4) / 2 = 2.007, damped 4 asinh(2.007 / 4) = 1.93
        assertThat(first.evidence()).isCloseTo(1.93, within(0.01));
        assertThat(first.alert()).map(Alert::state).contains(Alert.State.OPENED);
        assertThat(whys()).containsExactly(Why.LEARNED);
    }

    @Test
    void whatIsFlaggedByOneReferenceIsNotLearned() {
        scorer = confident(1, 1);
        spendsTimes(4, 0);

        Outcome.Scored strange = scored(spendsTimes(4, 6));

        assertThat(strange.references()).isEqualTo(1);
        assertThat(strange.alertId()).isNotEmpty();
        assertThat(whys()).containsExactly(Why.LEARNED);
    }

    @Test
    void aWindowThatIsLikeTheEntityIsAbsorbed() {
        spendsTimes(12, 0);

        assertThat(whys()).containsExactly(Why.LEARNED, Why.LEARNED, Why.ABSORBED);
        assertThat(profile().windows()).extracting(w -> w.lastNumber()).containsExactly(4L, 8L, 12L);
    }

    @Test
    void anEventIsInAtMostOneReference() {
        spendsTimes(40, 0);

        assertThat(profile().windows())
                .extracting(w -> w.lastNumber())
                .containsExactly(4L, 8L, 12L, 16L, 20L, 24L, 28L, 32L, 36L, 40L);
    }

    @Test
    void historyThatIsVouchedForIsEnrolledWithoutAVerdict() {
        Outcome last = new Outcome.Duplicate();
        for (int i = 0; i < 8; i++) {
            last = detector.onEvent(scorer, events.enrolled("ana", "id", "old-" + i, "amount", 0));
        }

        assertThat(last).isEqualTo(new Outcome.Enrolled(2));
        assertThat(last.code()).isEqualTo("ENROLLED");
        assertThat(whys()).containsExactly(Why.ENROLLED, Why.ENROLLED);
        spendsTimes(3, 0);
        assertThat(spends(0)).isInstanceOf(Outcome.Scored.class);
    }

    @Test
    void aReplayedEventIsADuplicateAndChangesNothing() {
        Event event = events.at(new Origin("events", 0, 100, false), "ana", "id", "e", "amount", 0);
        detector.onEvent(scorer, event);
        byte[] before = states.recent("ana");

        Outcome outcome = detector.onEvent(scorer, event);

        assertThat(outcome).isEqualTo(new Outcome.Duplicate());
        assertThat(outcome.code()).isEqualTo("DUPLICATE");
        assertThat(states.recent("ana")).isSameAs(before);
    }

    @Test
    void anEventThatIsTooLateIsCountedAndChangesNothing() {
        watching(WATCH + "time: {field: at, unit: seconds}\nlateness: 10s");
        detector.onEvent(scorer, events.next("ana", "id", "e1", "at", 100, "amount", 0));
        byte[] before = states.recent("ana");

        Outcome outcome = detector.onEvent(scorer, events.next("ana", "id", "e2", "at", 89, "amount", 0));

        assertThat(outcome).isEqualTo(new Outcome.Late(1_000_000));
        assertThat(outcome.code()).isEqualTo("LATE");
        assertThat(states.recent("ana")).isSameAs(before);
    }

    @Test
    void anAlertIsOpenedOnceAndGrowsWithItsSeverity() {
        spendsTimes(12, 0);

        Outcome.Scored one = scored(spends(6));
        Outcome.Scored two = scored(spends(6));
        Outcome.Scored three = scored(spends(6));
        Outcome.Scored four = scored(spends(6));
        Outcome.Scored five = scored(spends(6));

        assertThat(one.flagged()).isFalse();
        assertThat(alert(two).state()).isEqualTo(Alert.State.OPENED);
        assertThat(alert(two).severity()).isEqualTo(Severity.LOW);
        assertThat(alert(two).opening()).isEqualTo(new Alert.EventRef("e14", 14, 14));
        assertThat(alert(three).state()).isEqualTo(Alert.State.GROWN);
        assertThat(alert(three).severity()).isEqualTo(Severity.MEDIUM);
        assertThat(alert(four).state()).isEqualTo(Alert.State.GROWN);
        assertThat(alert(four).severity()).isEqualTo(Severity.HIGH);
        assertThat(alert(four).events()).isEqualTo(3);
        assertThat(alert(four).opening()).isEqualTo(alert(two).opening());
        assertThat(alert(four).latest()).isEqualTo(new Alert.EventRef("e16", 16, 16));
        assertThat(five.flagged()).isTrue();
        assertThat(five.alert()).as("as severe as before").isEmpty();
        assertThat(List.of(three.alertId(), four.alertId(), five.alertId()))
                .containsOnly(alert(two).id());
    }

    @Test
    void anAlertSaysWhy() {
        spendsTimes(12, 0);

        Alert alert = alert(scored(spendsTimes(2, 6)));

        assertThat(alert.reasons())
                .extracting(Reason::feature, Reason::words, Reason::share)
                .containsExactly(tuple("amount", "amount: 6 where 0 is usual", 1.0));
        assertThat(alert.evidence()).isEqualTo(alert.peak()).isGreaterThan(alert.limit());
        assertThat(alert.references()).isEqualTo(2);
    }

    @Test
    void theIdOfAnAlertIsThatOfItsOpeningEvent() {
        spendsTimes(12, 0);

        assertThat(scored(spendsTimes(2, 6)).alertId()).isEqualTo(Alert.idOf("cards", "ana", "e14"));
    }

    @Test
    void anAlertIsClosedAfterAWindowOfQuiet() {
        spendsTimes(12, 0);
        String id = scored(spendsTimes(4, 6)).alertId();

        List<Outcome.Scored> after = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            after.add(scored(spends(0)));
        }

        // events 17 and 18 still stand beside those of the other; the window of quiet is 19 to 22
        assertThat(after)
                .extracting(Outcome.Scored::flagged)
                .containsExactly(true, true, false, false, false, false, false);
        assertThat(after.get(4).alert()).isEmpty();
        assertThat(alert(after.get(5)).state()).isEqualTo(Alert.State.CLOSED);
        assertThat(alert(after.get(5)).id()).isEqualTo(id);
        assertThat(alert(after.get(5)).severity()).isEqualTo(Severity.HIGH);
        assertThat(alert(after.get(5)).reasons()).isEmpty();
        assertThat(alert(after.get(5)).events()).as("14 to 18").isEqualTo(5);
        assertThat(alert(after.get(5)).latest()).isEqualTo(new Alert.EventRef("e18", 18, 18));
        assertThat(alert(after.get(5)).peak()).isGreaterThan(alert(after.get(5)).limit());
        assertThat(alert(after.get(5)).evidence()).isNegative();
        assertThat(after.get(5).alertId()).isEqualTo(id);
        assertThat(after.get(6).alertId()).isEmpty();
    }

    @Test
    void howeverLongAStoryIsItIsToldOnceForEachSeverity() {
        spendsTimes(12, 0);

        List<Alert> told = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            spends(6 + i / 10).alert().ifPresent(told::add);
        }

        assertThat(told).extracting(Alert::state).startsWith(Alert.State.OPENED).containsOnlyOnce(Alert.State.OPENED);
        assertThat(told).extracting(Alert::severity).doesNotHaveDuplicates().isSorted();
        assertThat(told).extracting(Alert::id).containsOnly(told.get(0).id());
    }

    @Test
    void anAlertStaysAsUrgentAsItWasUnderAModelWithAHigherLimit() {
        spendsTimes(12, 0);
        assertThat(alert(scored(spendsTimes(4, 6))).severity()).isEqualTo(Severity.HIGH);

        scorer = new Scorer(TestModels.weighing(events.layout(), 4, "averages"));
        List<Alert> told = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            spends(0).alert().ifPresent(told::add);
        }

        assertThat(told)
                .extracting(Alert::state, Alert::severity, Alert::limit)
                .containsExactly(tuple(Alert.State.CLOSED, Severity.HIGH, 4.0));
    }

    @Test
    void theEventWhoseWindowBecomesAReferenceSaysSo() {
        spendsTimes(11, 0);

        assertThat(scored(spends(0)).absorbed()).as("events 9 to 12").isTrue();
        assertThat(scored(spends(0)).absorbed()).as("events 10 to 13").isFalse();
    }

    @Test
    void onlyEventsOutsideAnAlertAreUsual() {
        spendsTimes(12, 0);

        assertThat(scored(spends(0)).isUsual()).isTrue();
        assertThat(scored(spendsTimes(4, 6)).isUsual()).isFalse();
        assertThat(scored(spends(0)).isUsual()).as("the alert is open").isFalse();
    }

    @Test
    void nothingIsAbsorbedWhileAnAlertIsOpen() {
        spendsTimes(12, 0);
        spendsTimes(4, 6);

        spendsTimes(5, 0);
        assertThat(profile().windows()).as("at event 21").hasSize(3);

        spends(0);
        assertThat(profile().windows()).as("at event 22, which closes it").hasSize(4);
    }

    @Test
    void aWindowThatSpeaksAgainstTheEntityIsNotAbsorbedEvenBelowTheLimit() {
        scorer = new Scorer(TestModels.weighing(events.layout(), 1000, "averages"));
        spendsTimes(12, 0);

        Outcome.Scored scored = scored(spendsTimes(8, 6));

        assertThat(scored.evidence()).isBetween(0.0, 1000.0);
        assertThat(scored.flagged()).isFalse();
        assertThat(profile().windows()).hasSize(3);
    }

    @Test
    void whatWasFlaggedIsNotLearnedWhenTheModelGoes() {
        spendsTimes(12, 0);
        spendsTimes(2, 6);
        scorer = null;

        spendsTimes(3, 6);
        assertThat(profile().windows()).as("event 14 is in the window").hasSize(3);

        spends(6);
        assertThat(profile().windows()).as("events 15 to 18").hasSize(4);
    }

    @Test
    void theRestOfASequenceThatEndsIsAbsorbed() {
        watching(WATCH.replace("minimum: 2", "minimum: 2, by: session"));

        inSession("s1", 6);
        assertThat(profile().windows()).extracting(w -> w.events()).containsExactly(4);

        inSession("s2", 1);

        assertThat(profile().windows()).extracting(w -> w.events()).containsExactly(4, 2);
        assertThat(profile().windows()).extracting(w -> w.firstNumber()).containsExactly(1L, 5L);
        assertThat(whys()).containsExactly(Why.LEARNED, Why.LEARNED);
    }

    @Test
    void aRestShorterThanTheMinimumIsNotAbsorbed() {
        watching(WATCH.replace("minimum: 2", "minimum: 2, by: session"));

        inSession("s1", 5);
        inSession("s2", 1);
        inSession("s3", 1);

        assertThat(profile().windows()).extracting(w -> w.firstNumber()).containsExactly(1L);
    }

    @Test
    void aScoredRestIsAbsorbedAndNotTakenForVouchedHistory() {
        watching(WATCH.replace("minimum: 2", "minimum: 2, by: session"));
        inSession("s1", 4);
        inSession("s2", 4);
        inSession("s3", 2);

        detector.onEvent(scorer, events.enrolled("ana", "id", "old", "amount", 0, "session", "s4"));

        assertThat(whys()).containsExactly(Why.LEARNED, Why.LEARNED, Why.ABSORBED);
    }

    @Test
    void aRestThatSpeaksAgainstTheEntityIsNotAbsorbed() {
        watching(WATCH.replace("minimum: 2", "minimum: 2, by: session"));
        inSession("s1", 4);
        inSession("s2", 4);
        for (int i = 0; i < 3; i++) {
            spendsIn("s3", 6);
        }

        inSession("s4", 1);

        assertThat(whys()).containsExactly(Why.LEARNED, Why.LEARNED);
    }

    /** Against two references of 0, four events with a mean of 1.25 are more like ana and two with 2.5 are not. */
    @Test
    void aRestIsJudgedByItselfAndNotByTheWindowThatItEnds() {
        watching(WATCH.replace("minimum: 2", "minimum: 2, by: session"));
        inSession("s1", 4);
        inSession("s2", 4);
        inSession("s3", 4);
        spendsIn("s3", 2.5);
        assertThat(scored(spendsIn("s3", 2.5)).evidence()).isNegative();

        inSession("s4", 1);

        assertThat(profile().windows()).extracting(w -> w.lastNumber()).containsExactly(4L, 8L, 12L);
    }

    @Test
    void aReferenceSaysWhatItScoredItself() {
        watching(WATCH.replace("minimum: 2", "minimum: 2, by: session"));
        inSession("s1", 4);
        inSession("s2", 4);
        inSession("s3", 6);
        float ofTheWholeWindow = (float) scored(spendsIn("s3", 0)).evidence();

        inSession("s4", 1);

        Reference rest = profile().references().get(3);
        assertThat(rest.window().events()).isEqualTo(3);
        assertThat(rest.evidence()).isNegative().isGreaterThan(ofTheWholeWindow);
    }

    @Test
    void aLegitimateAlertIsClosedAndItsWindowBecomesAReference() {
        spendsTimes(12, 0);
        String id = scored(spendsTimes(4, 6)).alertId();

        FeedbackOutcome outcome = detector.onLegitimate("ana", id);

        assertThat(outcome).isInstanceOf(FeedbackOutcome.Absorbed.class);
        FeedbackOutcome.Absorbed absorbed = (FeedbackOutcome.Absorbed) outcome;
        assertThat(absorbed.references()).isEqualTo(4);
        assertThat(absorbed.closed().orElseThrow().id()).isEqualTo(id);
        assertThat(absorbed.closed().orElseThrow().state()).isEqualTo(Alert.State.CLOSED);
        assertThat(absorbed.closed().orElseThrow().events()).isEqualTo(3);
        assertThat(absorbed.closed().orElseThrow().latest()).isEqualTo(new Alert.EventRef("e16", 16, 16));
        assertThat(whys()).containsExactly(Why.LEARNED, Why.LEARNED, Why.ABSORBED, Why.LEGITIMATE);
        assertThat(profile().windows().get(3).lastNumber()).isEqualTo(16);
    }

    @Test
    void afterLegitimateFeedbackTheSameBehaviourIsLessUnlike() {
        spendsTimes(12, 0);
        Outcome.Scored before = scored(spendsTimes(4, 6));

        detector.onLegitimate("ana", before.alertId());

        // the window 17 to 20 is the first full one after the new reference
        Outcome.Scored after = scored(spendsTimes(4, 6));
        assertThat(undamped(after.evidence())).isLessThan(undamped(before.evidence()) / 2);
    }

    @Test
    void legitimateFeedbackOnAnEarlierAlertLeavesTheOpenOneOpen() {
        spendsTimes(12, 0);
        String first = scored(spendsTimes(4, 6)).alertId();
        spendsTimes(8, 0);
        String second = scored(spendsTimes(4, 6)).alertId();
        assertThat(second).isNotEqualTo(first).isNotEmpty();

        FeedbackOutcome outcome = detector.onLegitimate("ana", first);

        assertThat(((FeedbackOutcome.Absorbed) outcome).closed()).isEmpty();
        assertThat(scored(spends(6)).alertId()).isEqualTo(second);
    }

    @Test
    void aConfirmedFraudTakesOutWhatReachesIntoItsWindowOrCameAfter() {
        spendsTimes(20, 0);
        states.keep("ana", new KeptEvidence("e12", "", 12, 0, events.window(9, 0, 0, 0, 0)));

        FeedbackOutcome outcome = detector.onFraud("ana", "e12");

        assertThat(outcome).isEqualTo(new FeedbackOutcome.TakenOut(3, 2));
        assertThat(profile().windows()).extracting(w -> w.lastNumber()).containsExactly(4L, 8L);
    }

    @Test
    void eventsOfAConfirmedFraudAreNotAbsorbedLater() {
        spendsTimes(12, 0);
        spendsTimes(2, 1);
        states.keep("ana", new KeptEvidence("e14", "", 14, 0, events.window(13, 1, 1)));

        detector.onFraud("ana", "e14");
        spendsTimes(6, 0);

        assertThat(profile().windows()).extracting(w -> w.firstNumber()).containsExactly(1L, 5L, 9L, 15L);
    }

    @Test
    void feedbackOnWhatIsNotKeptIsUnknown() {
        assertThat(detector.onLegitimate("ana", "e1")).isEqualTo(new FeedbackOutcome.Unknown("e1"));
        spendsTimes(12, 0);

        assertThat(detector.onLegitimate("ana", "e1")).isEqualTo(new FeedbackOutcome.Unknown("e1"));
        assertThat(detector.onFraud("ana", "e1")).isEqualTo(new FeedbackOutcome.Unknown("e1"));
    }

    @Test
    void theNewestReferencesAreKept() {
        spendsTimes(4 * 20, 0);

        assertThat(profile().windows()).hasSize(16);
        assertThat(profile().windows().get(15).lastNumber()).isEqualTo(80);
    }

    @Test
    void anotherModelReadsTheSameState() {
        spendsTimes(12, 0);
        scorer = new Scorer(TestModels.weighing(events.layout(), 1000, "averages"));

        assertThat(scored(spendsTimes(4, 6)).flagged()).isFalse();
    }

    private void watching(String yaml) {
        events = TestEvents.ofWatch(yaml);
        detector = new Detector(events.layout(), states, Detector.KEPT_REFERENCES);
        scorer = scorerOf(events);
    }

    private static Scorer scorerOf(TestEvents events) {
        return new Scorer(TestModels.weighing(events.layout(), 1, "averages"));
    }

    private Scorer confident(double... byReferences) {
        return new Scorer(TestModels.weighing(events.layout(), 1, "averages")
                .confident(Confidence.ofFactors(
                        0, Arrays.stream(byReferences).boxed().toList())));
    }

    private Outcome spends(double amount) {
        number++;
        return detector.onEvent(scorer, events.next("ana", "id", "e" + number, "amount", amount));
    }

    /** The outcome of the last. */
    private Outcome spendsTimes(int times, double amount) {
        for (int i = 1; i < times; i++) {
            spends(amount);
        }
        return spends(amount);
    }

    private void inSession(String session, int times) {
        for (int i = 0; i < times; i++) {
            spendsIn(session, 0);
        }
    }

    private Outcome spendsIn(String session, double amount) {
        number++;
        return detector.onEvent(scorer, events.next("ana", "id", "e" + number, "amount", amount, "session", session));
    }

    /** The ratio whose damped value, 4 asinh(ratio / 4), is this evidence. */
    private static double undamped(double evidence) {
        return 4 * Math.sinh(evidence / 4);
    }

    private Profile profile() {
        byte[] stored = states.profile("ana");
        return stored == null ? Profile.EMPTY : ProfileCodec.decode(events.layout(), stored);
    }

    private List<Why> whys() {
        return profile().references().stream().map(Reference::why).toList();
    }

    private static Outcome.Scored scored(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Scored.class);
        return (Outcome.Scored) outcome;
    }

    private static Alert alert(Outcome.Scored scored) {
        return scored.alert().orElseThrow(() -> new AssertionError("no alert in " + scored));
    }
}
