package dev.twinwatch.engine.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.TestEvents;
import dev.twinwatch.engine.TestModels;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.profile.KeptEvidence;
import dev.twinwatch.engine.profile.Profile;
import dev.twinwatch.engine.profile.ProfileCodec;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a person's word "this was fraud" takes out of a profile, and how the entity goes on after it. */
final class FraudFeedbackTest {
    private static final String WATCH = """
            watch: cards
            entity: who
            id: id
            sequence: {length: 4, minimum: 2, by: session}
            features: [{name: amount, field: amount, as: number}]
            """;

    private final TestEvents events = TestEvents.ofWatch(WATCH);
    private final TestEvents sample = TestEvents.ofWatch(WATCH.replace(", by: session", ""));
    private final InMemoryStates states = new InMemoryStates();
    private final Detector detector = new Detector(events.layout(), states, Detector.KEPT_REFERENCES);
    private final Scorer scorer = new Scorer(TestModels.weighing(events.layout(), 1, "averages"));
    private int number;

    @Test
    void fraudAfterLegitimateOnTheSameAlertTakesItsWindowOutAgain() {
        spendsTimes(12, 0);
        Outcome.Scored flagged = (Outcome.Scored) spendsTimes(4, 6);
        detector.onLegitimate("ana", flagged.alertId());
        assertThat(lastNumbers()).containsExactly(4L, 8L, 12L, 16L);

        FeedbackOutcome outcome = detector.onFraud("ana", flagged.alertId());

        assertThat(lastNumbers()).containsExactly(4L, 8L);
        assertThat(outcome)
                .as("also the one up to 12, in which the alert began")
                .isInstanceOfSatisfying(FeedbackOutcome.Contradicted.class, contradicted -> {
                    assertThat(contradicted.before()).isEqualTo(Word.LEGITIMATE);
                    assertThat(contradicted.done()).isEqualTo(new FeedbackOutcome.TakenOut(2, 2));
                });
    }

    @Test
    void fraudElsewhereLeavesALegitimateWindow() {
        spendsTimes(12, 0);
        Outcome.Scored flagged = (Outcome.Scored) spendsTimes(4, 6);
        detector.onLegitimate("ana", flagged.alertId());
        states.keep("ana", new KeptEvidence("e8", "", 8, 0, sample.window(5, 0, 0, 0, 0)));

        detector.onFraud("ana", "e8");

        assertThat(lastNumbers()).containsExactly(4L, 16L);
    }

    @Test
    void fraudThatNamesNothingTakesNothingOutThoughSamplesHaveNoAlert() {
        spendsTimes(12, 0);
        states.keep("ana", new KeptEvidence("e8", "", 8, 0, sample.window(5, 0, 0, 0, 0)));

        FeedbackOutcome outcome = detector.onFraud("ana", "");

        assertThat(outcome).isEqualTo(new FeedbackOutcome.Unknown(""));
        assertThat(lastNumbers()).containsExactly(4L, 8L, 12L);
    }

    @Test
    void fraudOnAnAlertReachesBackToItsOldestWindow() {
        spendsTimes(12, 0);
        Outcome.Scored flagged = (Outcome.Scored) spendsTimes(8, 6);
        assertThat(states.kept("ana", flagged.alertId()))
                .extracting(kept -> kept.window().firstNumber())
                .containsExactly(11L, 12L, 13L, 14L);

        detector.onFraud("ana", flagged.alertId());

        assertThat(lastNumbers()).as("event 11 was in the third").containsExactly(4L, 8L);
    }

    /** Event n happens n minutes after the start of 1970. */
    @Test
    void fraudKnownByItsTimeAloneTakesOutWhatReachesToItOrCameAfter() {
        TestEvents timed = TestEvents.ofWatch(WATCH.replace(", by: session", "") + "time: {field: at, unit: seconds}");
        Detector other = new Detector(timed.layout(), states, Detector.KEPT_REFERENCES);
        Scorer byAverage = new Scorer(TestModels.weighing(timed.layout(), 1, "averages"));
        for (int i = 1; i <= 14; i++) {
            other.onEvent(byAverage, timed.next("ana", "id", "e" + i, "at", 60 * i, "amount", 0));
        }

        assertThat(other.hear("ana", fraudAt("unkept-15", 15 * 60_000_000L)))
                .isEqualTo(new FeedbackOutcome.TakenOut(0, 3));
        assertThat(other.hear("ana", fraudAt("unkept-8", 8 * 60_000_000L)))
                .isEqualTo(new FeedbackOutcome.TakenOut(2, 1));
        assertThat(other.hear("ana", fraudAt("unkept-4", 4 * 60_000_000L + 1)))
                .isEqualTo(new FeedbackOutcome.TakenOut(0, 1));
        assertThat(other.hear("bob", fraudAt("b-1", 0))).isEqualTo(new FeedbackOutcome.Unknown("b-1"));
    }

    private static Said fraudAt(String id, long time) {
        return new Said(Word.FRAUD, List.of(id), OptionalLong.of(time), false);
    }

    @Test
    void anEntityWithShortSequencesIsLearnedAnewThoughItsAlertIsOpen() {
        inSession("s1", 3, 0);
        inSession("s2", 3, 0);
        assertThat(inSession("s3", 3, 6).alert()).isPresent();
        states.keep("ana", new KeptEvidence("early", "", 1, 0, sample.window(1, 0, 0)));
        assertThat(detector.onFraud("ana", "early")).isEqualTo(new FeedbackOutcome.TakenOut(2, 0));

        inSession("s4", 3, 0);
        inSession("s5", 3, 0);
        Outcome last = inSession("s6", 3, 0);

        assertThat(last).isInstanceOf(Outcome.Scored.class);
        assertThat(lastNumbers())
                .as("without those of s3, which raised the alert")
                .containsExactly(12L, 15L);
    }

    private Outcome spendsTimes(int times, double amount) {
        return inSession("all", times, amount);
    }

    /** The outcome of the last. */
    private Outcome inSession(String session, int times, double amount) {
        Outcome last = new Outcome.Duplicate();
        for (int i = 0; i < times; i++) {
            number++;
            last = detector.onEvent(
                    scorer, events.next("ana", "id", "e" + number, "amount", amount, "session", session));
        }
        return last;
    }

    private List<Long> lastNumbers() {
        Profile profile = ProfileCodec.decode(events.layout(), Objects.requireNonNull(states.profile("ana")));
        return profile.windows().stream().map(Window::lastNumber).toList();
    }
}
