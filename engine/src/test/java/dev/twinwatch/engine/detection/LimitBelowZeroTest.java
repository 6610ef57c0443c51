package dev.twinwatch.engine.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.engine.TestEvents;
import dev.twinwatch.engine.TestModels;
import dev.twinwatch.engine.evidence.Confidence;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.evidence.Scorer;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Newcomers where the budget is so frequent that the limit is below 0. A window of 0 after one reference of 0 has the evidence
 * log(1.8 / 5) / 2 = -.51, the limit is -.6.
 */
final class LimitBelowZeroTest {
    private final TestEvents events = TestEvents.ofWatch("""
            watch: cards
            entity: who
            id: id
            sequence: {length: 4, minimum: 2}
            features: [{name: amount, field: amount, as: number}]
            """);
    private final Detector detector = new Detector(events.layout(), new InMemoryStates(), Detector.KEPT_REFERENCES);
    private final EvidenceModel model = TestModels.weighing(events.layout(), -.6, "averages");

    @Test
    void aFactorWouldDrawAnHonestNewcomerOverTheLimit() {
        Outcome.Scored scored = secondWindow(model.confident(Confidence.ofFactors(1, List.of(0.5, 0.5))));

        assertThat(scored.evidence()).isCloseTo(-.51 / 2, within(.01));
        assertThat(scored.flagged()).isTrue();
    }

    @Test
    void aShiftKeepsAnHonestNewcomerUnderTheLimit() {
        Outcome.Scored scored = secondWindow(model.confident(Confidence.ofShifts(1, List.of(-.2, -.2))));

        assertThat(scored.evidence()).isCloseTo(-.51 - .2, within(.01));
        assertThat(scored.flagged()).isFalse();
        assertThat(scored.enrolment()).isEqualTo(Enrolment.LEARNING);
    }

    /** The outcome of the last event of it. */
    private Outcome.Scored secondWindow(EvidenceModel of) {
        Scorer scorer = new Scorer(of);
        for (int i = 1; i < 8; i++) {
            detector.onEvent(scorer, events.next("ana", "id", "e" + i, "amount", 0));
        }
        return (Outcome.Scored) detector.onEvent(scorer, events.next("ana", "id", "e8", "amount", 0));
    }
}
