package dev.twinwatch.engine.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.engine.TestEvents;
import dev.twinwatch.engine.TestModels;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Hash64;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.profile.KeptEvidence;
import dev.twinwatch.engine.profile.ProfileCodec;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is said again, or otherwise, of the same alert or event. Event n happens n minutes after the start of 1970. */
final class WordsOnTheSameTest {
    private final TestEvents events = TestEvents.ofWatch("""
            watch: cards
            entity: who
            id: id
            time: {field: at, unit: seconds}
            sequence: {length: 4, minimum: 2}
            features: [{name: amount, field: amount, as: number}]
            """);
    private final InMemoryStates states = new InMemoryStates();
    private final Detector detector = new Detector(events.layout(), states, Detector.KEPT_REFERENCES);
    private final Scorer scorer = new Scorer(TestModels.weighing(events.layout(), 1, "averages"));
    private int number;

    @Test
    void theSameWordAgainTakesOutNothingThatCameSince() {
        String alert = alertAtEvent14();
        assertThat(detector.onFraud("ana", alert)).isEqualTo(new FeedbackOutcome.TakenOut(1, 2));
        spendsTimes(12, 0);
        List<Long> before = lastNumbers();
        assertThat(before).hasSizeGreaterThan(2);

        FeedbackOutcome again = detector.onFraud("ana", alert);

        assertThat(again).isEqualTo(new FeedbackOutcome.Repeated(Word.FRAUD));
        assertThat(lastNumbers()).isEqualTo(before);
    }

    @Test
    void theSameWordAgainAbsorbsNothing() {
        String alert = alertAtEvent14();
        detector.onLegitimate("ana", alert);
        byte[] profile = states.profile("ana");
        byte[] recent = states.recent("ana");

        FeedbackOutcome again = detector.onLegitimate("ana", alert);

        assertThat(again).isEqualTo(new FeedbackOutcome.Repeated(Word.LEGITIMATE));
        assertThat(states.profile("ana")).isEqualTo(profile);
        assertThat(states.recent("ana")).isEqualTo(recent);
    }

    @Test
    void aWordOnAnAlertHoldsForTheEventsOfItsWindows() {
        String alert = alertAtEvent14();
        detector.onFraud("ana", alert);
        String event = states.kept("ana", alert).get(0).eventId();

        assertThat(detector.onFraud("ana", event)).isEqualTo(new FeedbackOutcome.Repeated(Word.FRAUD));
    }

    @Test
    void anAlertThatHasGrownSinceIsTheSameAndItsNewerEventsAreNot() {
        String alert = alertAtEvent14();
        detector.onFraud("ana", alert);
        int windows = states.kept("ana", alert).size();
        spendsTimes(4, 6);
        List<KeptEvidence> grown = states.kept("ana", alert);
        assertThat(grown).hasSizeGreaterThan(windows);

        assertThat(detector.onFraud("ana", alert)).isEqualTo(new FeedbackOutcome.Repeated(Word.FRAUD));
        assertThat(detector.onFraud("ana", grown.get(grown.size() - 1).eventId()))
                .isInstanceOf(FeedbackOutcome.TakenOut.class);
    }

    @Test
    void legitimateAfterFraudPutsTheWindowAmongTheReferences() {
        String alert = alertAtEvent14();
        detector.onFraud("ana", alert);
        assertThat(lastNumbers()).containsExactly(4L, 8L);

        FeedbackOutcome outcome = detector.onLegitimate("ana", alert);

        assertThat(outcome).isInstanceOfSatisfying(FeedbackOutcome.Contradicted.class, contradicted -> {
            assertThat(contradicted.before()).isEqualTo(Word.FRAUD);
            assertThat(contradicted.done()).isInstanceOf(FeedbackOutcome.Absorbed.class);
            assertThat(contradicted.closed()).as("its alert is still open").isPresent();
        });
        assertThat(lastNumbers()).containsExactly(4L, 8L, 14L);
    }

    @Test
    void theNewestOfThreeWordsCounts() {
        String alert = alertAtEvent14();
        detector.onLegitimate("ana", alert);
        detector.onFraud("ana", alert);

        FeedbackOutcome third = detector.onLegitimate("ana", alert);

        assertThat(third).isInstanceOf(FeedbackOutcome.Contradicted.class);
        assertThat(lastNumbers()).contains(14L);
    }

    @Test
    void fraudOfAnEventThatIsNotKeptTakesOutOnce() {
        spendsTimes(12, 0);
        Said said = new Said(Word.FRAUD, List.of("e6"), OptionalLong.of(6 * 60_000_000L), false);
        assertThat(detector.hear("ana", said)).isEqualTo(new FeedbackOutcome.TakenOut(2, 1));
        spendsTimes(8, 0);
        assertThat(lastNumbers()).containsExactly(4L, 16L, 20L);

        assertThat(detector.hear("ana", said)).isEqualTo(new FeedbackOutcome.Repeated(Word.FRAUD));
        assertThat(lastNumbers()).containsExactly(4L, 16L, 20L);
    }

    @Test
    void whatCameToNothingIsHeardWhenItIsSaidAgainWithATime() {
        spendsTimes(12, 0);
        assertThat(detector.onFraud("ana", "e6")).isEqualTo(new FeedbackOutcome.Unknown("e6"));

        FeedbackOutcome again =
                detector.hear("ana", new Said(Word.FRAUD, List.of("e6"), OptionalLong.of(6 * 60_000_000L), false));

        assertThat(again).isEqualTo(new FeedbackOutcome.TakenOut(2, 1));
    }

    @Test
    void valuesCountOnceAndTheOtherWordContradictsThem() {
        Said fraud = new Said(Word.FRAUD, List.of("z-1"), OptionalLong.empty(), true);
        Said fine = new Said(Word.LEGITIMATE, List.of("z-1"), OptionalLong.empty(), true);

        assertThat(detector.hear("zoe", fraud)).isEqualTo(new FeedbackOutcome.ByValues());
        assertThat(detector.hear("zoe", fraud)).isEqualTo(new FeedbackOutcome.Repeated(Word.FRAUD));
        assertThat(detector.hear("zoe", fine))
                .isEqualTo(
                        new FeedbackOutcome.Contradicted(Word.FRAUD, List.of("z-1"), new FeedbackOutcome.ByValues()));
    }

    @Test
    void legitimateOnAnAlertRecantsTheFraudOfAnEventOfIt() {
        String alert = alertAtEvent14();
        String event = states.kept("ana", alert).get(0).eventId();
        detector.onFraud("ana", event);

        FeedbackOutcome outcome = detector.onLegitimate("ana", alert);

        assertThat(outcome.recanted()).containsExactly(event);
    }

    @Test
    void theOtherWordOnWhatIsNoLongerKeptRecantsTheFirstAndEachIsHeardAnew() {
        Said values = new Said(Word.FRAUD, List.of("z-1"), OptionalLong.empty(), true);
        detector.hear("zoe", values);

        assertThat(detector.onLegitimate("zoe", "z-1"))
                .isEqualTo(new FeedbackOutcome.Contradicted(
                        Word.FRAUD, List.of("z-1"), new FeedbackOutcome.Unknown("z-1")));
        assertThat(detector.hear("zoe", values)).isEqualTo(new FeedbackOutcome.ByValues());
    }

    @Test
    void ofOneEntityTheWordsOnTheNewest256IdsAreKept() {
        Words words = Words.decode(null);
        words.say(Word.FRAUD, List.of("first", "second"));
        for (int i = 0; i < 255; i++) {
            words.say(Word.LEGITIMATE, List.of("e" + i));
        }

        Words read = Words.decode(words.encode());

        assertThat(read.on("first")).isEmpty();
        assertThat(read.on("second")).contains(Word.FRAUD);
        assertThat(read.on("e254")).contains(Word.LEGITIMATE);
        assertThat(words.encode()).hasSize(1 + 16 + 256 * 9);
    }

    @Test
    void wordsOfTheFormatBeforeAreRead() {
        byte[] stored = ByteBuffer.allocate(1 + 9)
                .put((byte) 1)
                .putLong(Hash64.of("e1"))
                .put((byte) 1)
                .array();

        Words read = Words.decode(stored);

        assertThat(read.on("e1")).contains(Word.FRAUD);
        assertThat(read.isNumberBeforeReset(1)).isFalse();
        assertThat(read.isTimeBeforeReset(0)).isFalse();
    }

    @Test
    void wordsOfAnotherReleaseAreRefused() {
        assertThatThrownBy(() -> Words.decode(new byte[] {3}))
                .hasMessage("words on an entity are 1 bytes of format 3, this release reads formats 1 and 2:"
                        + " run the release that wrote them, or a newer one");
    }

    /** After three references of events 1 to 12. */
    private String alertAtEvent14() {
        spendsTimes(12, 0);
        Outcome.Scored flagged = (Outcome.Scored) spendsTimes(2, 6);
        assertThat(flagged.alertId()).isNotEmpty();
        return flagged.alertId();
    }

    /** The outcome of the last. */
    private Outcome spendsTimes(int times, double amount) {
        Outcome last = new Outcome.Duplicate();
        for (int i = 0; i < times; i++) {
            number++;
            last = detector.onEvent(
                    scorer, events.next("ana", "id", "e" + number, "at", 60 * number, "amount", amount));
        }
        return last;
    }

    private List<Long> lastNumbers() {
        var profile = ProfileCodec.decode(events.layout(), Objects.requireNonNull(states.profile("ana")));
        return profile.windows().stream().map(Window::lastNumber).toList();
    }
}
