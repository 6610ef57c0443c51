package dev.twinwatch.engine.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.engine.TestEvents;
import dev.twinwatch.engine.TestModels;
import dev.twinwatch.engine.alert.Alert;
import dev.twinwatch.engine.alert.Stake;
import dev.twinwatch.engine.evidence.Scorer;
import org.junit.jupiter.api.Test;

/** What is at stake beside the evidence: ana's level is 0 and somebody else's 6; an amount of e - 1 is e times a usual one of 0. */
final class StakeTest {
    private final TestEvents events = TestEvents.ofWatch("""
            watch: cards
            entity: who
            sequence: {length: 4, minimum: 2}
            features:
              - {name: level, field: level, as: number}
              - {name: amount, field: amount, as: number, scale: log}
            alerts: {limit: 1, amount: amount}
            """);
    private final Detector detector = new Detector(events.layout(), new InMemoryStates(), Detector.KEPT_REFERENCES);
    private final Scorer scorer = new Scorer(TestModels.weighing(events.layout(), 1, "averages"));

    @Test
    void aLargerAmountIsMoreUrgentAtTheSameEvidence() {
        Outcome.Scored usual = strange(0);
        Outcome.Scored larger = strange(Math.E - 1);
        Outcome.Scored largest = strange(1e9);

        assertThat(usual.evidence()).isCloseTo(usual.comparison().evidence(), within(1e-5));
        assertThat(larger.evidence()).isCloseTo(larger.comparison().evidence() + 1, within(1e-5));
        assertThat(largest.evidence())
                .as("no amount counts for more")
                .isCloseTo(largest.comparison().evidence() + 2, within(1e-5));
    }

    @Test
    void whatIsTheEntitysOwnStaysSoWhateverItIsWorth() {
        pays(0, 0, 12);

        Outcome.Scored own = (Outcome.Scored) pays(0, 1e9, 1);

        assertThat(own.comparison().evidence()).isNegative();
        assertThat(own.evidence()).isCloseTo(own.comparison().evidence(), within(1e-5));
        assertThat(own.flagged()).isFalse();
    }

    @Test
    void anAlertSaysWhatIsAtRisk() {
        Alert alert = strange(100).alert().orElseThrow();

        assertThat(alert.stake()).hasValueSatisfying(stake -> {
            assertThat(stake.amount()).isEqualTo(100);
            assertThat(stake.atRisk()).isBetween(50.0, 100.0);
        });
        assertThat(Stake.of(100, 3, 3).atRisk()).as("at the limit").isEqualTo(50);
    }

    /** The first alert of somebody else after ana's own past. */
    private Outcome.Scored strange(double amount) {
        Detector other = new Detector(events.layout(), new InMemoryStates(), Detector.KEPT_REFERENCES);
        for (int i = 0; i < 12; i++) {
            other.onEvent(scorer, events.next("ana", "level", 0.0, "amount", 0.0));
        }
        Outcome outcome = new Outcome.Duplicate();
        for (int i = 0; i < 4 && outcome.alert().isEmpty(); i++) {
            outcome = other.onEvent(scorer, events.next("ana", "level", 6.0, "amount", amount));
        }
        return (Outcome.Scored) outcome;
    }

    private Outcome pays(double level, double amount, int times) {
        Outcome outcome = new Outcome.Duplicate();
        for (int i = 0; i < times; i++) {
            outcome = detector.onEvent(scorer, events.next("ana", "level", level, "amount", amount));
        }
        return outcome;
    }
}
