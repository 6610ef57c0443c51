package dev.twinwatch.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.TestEvents;
import dev.twinwatch.engine.features.Featurizer;
import dev.twinwatch.engine.features.Inputs;
import dev.twinwatch.engine.features.Scaling;
import org.junit.jupiter.api.Test;

/** The fixed features of a window of amounts, of which a full one has four. */
final class SummaryTest {
    private final TestEvents events = TestEvents.ofWatch("""
            watch: cards
            entity: who
            sequence: {length: 4, minimum: 2}
            features:
              - {name: amount, field: amount, as: number}
            """);

    @Test
    void averagesAreTheMeanAndTheDeviationOfEachInput() {
        assertThat(Summary.AVERAGES.of(filled(1, 1, 3, 3))).containsExactly(2, 1);
        assertThat(Summary.AVERAGES.size(4, 1)).isEqualTo(2);
    }

    @Test
    void positionsAreTheInputsEventByEvent() {
        assertThat(Summary.POSITIONS.of(filled(1, -1, 2, 0.5))).containsExactly(1, -1, 2, 0.5f);
        assertThat(Summary.POSITIONS.size(4, 1)).isEqualTo(4);
    }

    @Test
    void aMissingPositionIsTheMean() {
        assertThat(Summary.POSITIONS.of(filled(1, 2))).containsExactly(1, 2, 0, 0);
    }

    private Inputs filled(double... amounts) {
        Featurizer featurizer = new Featurizer(events.layout(), Scaling.none(1));
        Inputs inputs = featurizer.newInputs();
        featurizer.fill(events.window(1, amounts), inputs);
        return inputs;
    }
}
