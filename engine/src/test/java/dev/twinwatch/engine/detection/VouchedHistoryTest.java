package dev.twinwatch.engine.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.TestEvents;
import dev.twinwatch.engine.TestModels;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.profile.ProfileCodec;
import dev.twinwatch.engine.profile.Reference;
import dev.twinwatch.engine.profile.Reference.Why;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A reference is enrolled where the sender vouched for each of its events, whatever event comes next. */
final class VouchedHistoryTest {
    private final TestEvents events = TestEvents.ofWatch("""
            watch: cards
            entity: who
            sequence: {length: 4, minimum: 2, by: session}
            features: [{name: amount, field: amount, as: number}]
            """);
    private final InMemoryStates states = new InMemoryStates();
    private final Detector detector = new Detector(events.layout(), states, Detector.KEPT_REFERENCES);
    /** Its limit is so high that nothing is flagged, however unlike it is. */
    private final Scorer scorer = new Scorer(TestModels.weighing(events.layout(), 1_000, "averages"));

    @Test
    void theRestOfAVouchedSequenceIsEnrolledWhenALiveEventEndsIt() {
        vouched("s1", 2);

        live("s2", 1);

        assertThat(whys()).containsExactly(Why.ENROLLED);
    }

    @Test
    void theRestOfALiveSequenceIsLearnedWhenAVouchedEventEndsIt() {
        live("s1", 2);

        vouched("s2", 1);

        assertThat(whys()).containsExactly(Why.LEARNED);
    }

    @Test
    void aRestInWhichOneEventIsLiveIsLearned() {
        vouched("s1", 2);
        live("s1", 1);

        vouched("s2", 1);

        assertThat(whys()).containsExactly(Why.LEARNED);
    }

    @Test
    void aFullWindowInWhichOneEventIsLiveIsLearned() {
        live("s1", 1);

        vouched("s1", 3);

        assertThat(whys()).containsExactly(Why.LEARNED);
    }

    @Test
    void whatComesAfterACoveredWindowIsVouchedForByItself() {
        live("s1", 4);
        vouched("s1", 2);

        live("s2", 1);

        assertThat(whys()).containsExactly(Why.LEARNED, Why.ENROLLED);
    }

    @Test
    void oneVouchedEventDoesNotMakeAReferenceOfWhatWasUnlikeTheEntity() {
        live("s1", 12);
        spends("s2", 3, 6);

        vouched("s2", 1);

        assertThat(whys()).containsExactly(Why.LEARNED, Why.LEARNED, Why.ABSORBED);
    }

    @Test
    void whatIsVouchedForAfterThatIsEnrolled() {
        live("s1", 12);
        spends("s2", 3, 6);

        vouched("s2", 5);

        assertThat(whys()).containsExactly(Why.LEARNED, Why.LEARNED, Why.ABSORBED, Why.ENROLLED);
    }

    private void vouched(String session, int times) {
        for (int i = 0; i < times; i++) {
            detector.onEvent(scorer, events.enrolled("ana", "amount", 0, "session", session));
        }
    }

    private void live(String session, int times) {
        spends(session, times, 0);
    }

    private void spends(String session, int times, double amount) {
        for (int i = 0; i < times; i++) {
            detector.onEvent(scorer, events.next("ana", "amount", amount, "session", session));
        }
    }

    private List<Why> whys() {
        return ProfileCodec.decode(events.layout(), Objects.requireNonNull(states.profile("ana"))).references().stream()
                .map(Reference::why)
                .toList();
    }
}
