package dev.twinwatch.engine.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.TestEvents;
import dev.twinwatch.engine.TestModels;
import dev.twinwatch.engine.alert.Alert;
import dev.twinwatch.engine.alert.Severity;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.profile.KeptEvidence;
import dev.twinwatch.engine.profile.Profile;
import dev.twinwatch.engine.profile.ProfileCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a person's word "this was fine" does to the alert and to a profile of four places. */
final class LegitimateFeedbackTest {
    private final TestEvents events = TestEvents.ofWatch("""
            watch: cards
            entity: who
            id: id
            sequence: {length: 4, minimum: 2}
            features: [{name: amount, field: amount, as: number}]
            """);
    private final InMemoryStates states = new InMemoryStates();
    private final Detector detector = new Detector(events.layout(), states, 4);
    private Scorer scorer = new Scorer(TestModels.weighing(events.layout(), 1, "averages"));
    private int number;

    @Test
    void theClosingAlertHasTheSeverityOfItsPeakAndTheLimitOfItsOpening() {
        spendsTimes(12, 0);
        Outcome.Scored flagged = (Outcome.Scored) spendsTimes(4, 6);
        assertThat(flagged.evidence()).isBetween(6.0, 11.0);
        scorer = new Scorer(TestModels.weighing(events.layout(), 5, "averages"));

        Alert closed = detector.onLegitimate("ana", flagged.alertId()).closed().orElseThrow();

        assertThat(closed.state()).isEqualTo(Alert.State.CLOSED);
        assertThat(closed.limit()).isEqualTo(1.0);
        assertThat(closed.peak()).isEqualTo(flagged.evidence());
        assertThat(closed.severity()).as("5 to 10 over the limit").isEqualTo(Severity.HIGH);
        assertThat(closed.events()).isEqualTo(3);
    }

    @Test
    void theSameBehaviourOpensNoSecondAlert() {
        spendsTimes(12, 0);
        Outcome.Scored flagged = (Outcome.Scored) spendsTimes(4, 6);
        detector.onLegitimate("ana", flagged.alertId());

        List<Outcome> after = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            after.add(spends(6));
        }

        assertThat(after.get(0)).isEqualTo(new Outcome.Learning("1 of 2 events", 0));
        assertThat(after.subList(1, 20)).hasOnlyElementsOfType(Outcome.Scored.class);
        assertThat(after).allMatch(outcome -> outcome.alert().isEmpty());
        assertThat(lastNumbers()).as("and is absorbed").containsExactly(16L, 28L, 32L, 36L);
    }

    @Test
    void aTakeoverRightAfterItRaisesAnAlert() {
        spendsTimes(12, 0);
        Outcome.Scored flagged = (Outcome.Scored) spendsTimes(4, 6);
        detector.onLegitimate("ana", flagged.alertId());

        Alert alert = spendsTimes(2, -6).alert().orElseThrow();

        assertThat(alert.state()).isEqualTo(Alert.State.OPENED);
        assertThat(alert.opening().number()).isEqualTo(18);
    }

    @Test
    void aTakeoverLaterRaisesAnAlertToo() {
        spendsTimes(12, 0);
        Outcome.Scored flagged = (Outcome.Scored) spendsTimes(4, 6);
        detector.onLegitimate("ana", flagged.alertId());
        spendsTimes(3, 6);

        Outcome.Scored alerted = (Outcome.Scored) spendsTimes(4, -6);

        assertThat(alerted.flagged()).isTrue();
        assertThat(alerted.alertId()).isNotEmpty().isNotEqualTo(flagged.alertId());
    }

    @Test
    void allThatTheOpenAlertHoldsByThenIsJudgedNoMore() {
        spendsTimes(12, 0);
        Outcome.Scored flagged = (Outcome.Scored) spendsTimes(7, 6);

        Alert closed = detector.onLegitimate("ana", flagged.alertId()).closed().orElseThrow();

        assertThat(closed.latest()).as("the last event over the limit").isEqualTo(new Alert.EventRef("e19", 19, 19));
        assertThat(closed.events()).as("of which there are").isEqualTo(6);
        assertThat(spends(6)).isEqualTo(new Outcome.Learning("1 of 2 events", 0));
        assertThat(spends(6).alert()).isEmpty();
    }

    @Test
    void theNewestWindowOfAnAlertBecomesTheReference() {
        InMemoryStates kept = new InMemoryStates();
        Detector other = new Detector(events.layout(), kept, 4);
        String alertId = "";
        for (int i = 1; i <= 16; i++) {
            Outcome outcome = other.onEvent(scorer, events.next("ana", "id", "e" + i, "amount", i > 12 ? 6 : 0));
            alertId = outcome.alert().map(Alert::id).orElse(alertId);
        }

        Alert closed = other.onLegitimate("ana", alertId).closed().orElseThrow();

        assertThat(closed.latest()).isEqualTo(new Alert.EventRef("e16", 16, 16));
    }

    @Test
    void anIdThatTwoEventsHaveMeansTheNewerOne() {
        spendsTimes(24, 0);
        Window old = events.window(9, 0, 0, 0, 0);
        Window young = events.window(17, 0, 0, 0, 0);
        states.keep("ana", new KeptEvidence("again", "", 12, 3, old));
        states.keep("ana", new KeptEvidence("again", "", 20, 3, young));

        detector.onLegitimate("ana", "again");

        Profile profile = ProfileCodec.decode(events.layout(), Objects.requireNonNull(states.profile("ana")));
        assertThat(profile.legitimate()).containsExactly(20L);
    }

    @Test
    void aWindowOlderThanAllReferencesBecomesOneAndStays() {
        spendsTimes(32, 0);
        assertThat(lastNumbers()).containsExactly(20L, 24L, 28L, 32L);
        keptFrom(1);

        FeedbackOutcome outcome = detector.onLegitimate("ana", "e4");

        assertThat(outcome).isEqualTo(new FeedbackOutcome.Absorbed(4, Optional.empty()));
        assertThat(lastNumbers()).containsExactly(4L, 24L, 28L, 32L);
        spendsTimes(8, 0);
        assertThat(lastNumbers()).containsExactly(4L, 32L, 36L, 40L);
    }

    @Test
    void aWindowOlderThanAllThatPeopleVouchedForIsSaidToBeOutlived() {
        spendsTimes(32, 0);
        keptFrom(1);
        keptFrom(5);
        keptFrom(9);
        detector.onLegitimate("ana", "e12");
        detector.onLegitimate("ana", "e8");

        FeedbackOutcome outcome = detector.onLegitimate("ana", "e4");

        assertThat(outcome).isEqualTo(new FeedbackOutcome.Outlived(4, Optional.empty()));
        assertThat(lastNumbers()).containsExactly(8L, 12L, 28L, 32L);
    }

    @Test
    void scoresAfterAnAbsorbedWindowAreThoseOfTheStateAlone() {
        spendsTimes(32, 0);
        keptFrom(1);
        detector.onLegitimate("ana", "e4");
        spendsTimes(8, 0);

        Outcome cached = spends(3);
        InMemoryStates before = new InMemoryStates();
        before.recent("ana", Objects.requireNonNull(states.recent("ana")));
        before.profile("ana", Objects.requireNonNull(states.profile("ana")));
        Outcome next = spends(3);

        assertThat(cached).isInstanceOf(Outcome.Scored.class);
        assertThat(new Detector(events.layout(), before, 4).onEvent(scorer, repeated()))
                .isEqualTo(next);
    }

    private void keptFrom(long firstNumber) {
        Window window = events.window(firstNumber, 0, 0, 0, 0);
        states.keep("ana", new KeptEvidence("e" + window.lastNumber(), "", window.lastNumber(), 3, window));
    }

    private Outcome spends(double amount) {
        number++;
        return detector.onEvent(scorer, events.next("ana", "id", "e" + number, "amount", amount));
    }

    /** The newest event once more, at a place where it was not yet read. */
    private Event repeated() {
        return events.next("ana", "id", "e" + number, "amount", 3);
    }

    /** The outcome of the last. */
    private Outcome spendsTimes(int times, double amount) {
        for (int i = 1; i < times; i++) {
            spends(amount);
        }
        return spends(amount);
    }

    private Iterable<Long> lastNumbers() {
        Profile profile = ProfileCodec.decode(events.layout(), Objects.requireNonNull(states.profile("ana")));
        return profile.windows().stream().map(Window::lastNumber).toList();
    }
}
