package dev.twinwatch.trainer.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the detector says about twelve events of amount 0 and four of amount 6. Two references end before event 9, so that
 * event 12 is the first to be scored; one event of 6 among three of 0 is not over the limit, two are.
 */
final class TrialTest {
    private final Customers customers = new Customers(Customers.WATCH);
    private final Trial trial = Trial.run(new Scorer(customers.comparingAmounts()), events());

    @Test
    void evidenceIsThatOfTheScoredEvents() {
        float[] evidence = trial.evidence();

        assertThat(evidence).hasSize(5);
        assertThat(evidence[0]).isNegative();
        assertThat(evidence[4]).isGreaterThan(evidence[3]);
    }

    @Test
    void theFirstFlaggedEventIsCountedFromTheStartOfTheRange() {
        assertThat(trial.firstFlagged(12, 16)).isEqualTo(1);
        assertThat(trial.firstFlagged(14, 100)).isZero();
        assertThat(trial.firstFlagged(0, 12)).as("none is").isEqualTo(-1);
    }

    @Test
    void theHighestIsThatOfTheRange() {
        assertThat(trial.highest(0, 16)).isEqualTo(trial.evidence()[4]);
        assertThat(trial.highest(0, 12)).isEqualTo(trial.evidence()[0]);
        assertThat(trial.highest(0, 11)).as("nothing is scored").isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void oneStoryIsOneAlert() {
        assertThat(trial.alerts()).isEqualTo(1);
    }

    @Test
    void everyNthScoredEventGivesItsInputs() {
        assertThat(trial.inputs(0, 16, 1)).hasSize(5);
        assertThat(trial.inputs(0, 16, 2)).hasSize(3);
        assertThat(trial.inputs(12, 100, 1)).hasSize(4);
        assertThat(trial.inputs(0, 11, 1)).isEmpty();
        // the ratio of averages is the fourth input, and all that counts
        assertThat((float) trial.inputs(15, 16, 1).get(0)[3]).isEqualTo(trial.evidence()[4]);
    }

    @Test
    void singleEventsGiveTheirInputsWhereTheyWereScored() {
        assertThat(trial.inputsAt(List.of(3, 15))).hasSize(1);
        assertThat(trial.inputsAt(List.of(15)).get(0))
                .containsExactly(trial.inputs(15, 16, 1).get(0));
    }

    @Test
    void aRangeThatEndsBeforeItStartsHoldsNothing() {
        assertThat(trial.inputs(14, 12, 1)).isEmpty();
        assertThat(trial.inputs(20, 30, 1)).as("after the last event").isEmpty();
        assertThat(trial.highest(14, 12)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(trial.firstFlagged(14, 12)).isEqualTo(-1);
    }

    private List<Event> events() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            events.add(customers.event("ana", i, i < 12 ? 0 : 6, "a", "s"));
        }
        return events;
    }
}
