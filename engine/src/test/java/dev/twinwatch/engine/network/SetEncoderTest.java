package dev.twinwatch.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.engine.features.Inputs;
import dev.twinwatch.engine.watch.EncoderKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SetEncoderTest {
    private static final List<Integer> EIGHT = List.of(8);
    private static final EncoderSpec SPEC = EncoderSpec.set(Trials.LENGTH, 0, EIGHT, 2);

    @Test
    void valuesCountOnceHoweverOftenTheyOccurAndPairsForHalf() {
        SetInputs inputs = new SetInputs(Trials.LENGTH, EIGHT);

        Inputs window = events(3, 3, 3, 5);
        int three = window.bucket(0, 0);
        int five = window.bucket(3, 0);

        inputs.read(window);

        assertThat(rows(inputs))
                .containsExactly(three, five, 8 + SetInputs.pair(three, three), 8 + SetInputs.pair(three, five));
        assertThat(inputs.weight(0)).isEqualTo((float) Math.sqrt(.5));
        assertThat(inputs.weight(2)).isEqualTo((float) (.5 * Math.sqrt(.5)));
    }

    @Test
    void whatWasReadBeforeLeavesNothing() {
        SetInputs inputs = new SetInputs(Trials.LENGTH, EIGHT);
        inputs.read(events(3, 3, 3, 5));

        Inputs alone = events(5);

        inputs.read(alone);

        assertThat(rows(inputs)).containsExactly(alone.bucket(0, 0));
        assertThat(inputs.weight(0)).isEqualTo(1);
    }

    @Test
    void everyCategoryHasRowsOfItsOwn() {
        SetInputs inputs = new SetInputs(Trials.LENGTH, List.of(8, 4));

        Inputs window = Trials.window(0, List.of(8, 4), new double[][] {{7, 3}});

        inputs.read(window);

        assertThat(rows(inputs)).containsExactly(window.bucket(0, 0), 8 + SetInputs.PAIRS + window.bucket(0, 1));
        assertThat(SetInputs.rows(List.of(8, 4))).isEqualTo(12 + 2 * SetInputs.PAIRS);
    }

    @Test
    void thePlacesOfPairsAreThoseThatModelsWereTrainedWith() {
        assertThat(List.of(SetInputs.pair(1, 2), SetInputs.pair(2, 1), SetInputs.pair(4095, 4095)))
                .containsExactly(49, 240, 66);
    }

    @Test
    void aWindowLiesAtTheSumOfItsValuesAndPairs() {
        Inputs window = events(3, 3);
        int three = window.bucket(0, 0);
        float[] places = new float[SetInputs.rows(EIGHT) * 2];
        places[three * 2] = 3;
        places[(8 + SetInputs.pair(three, three)) * 2 + 1] = 8;
        Map<String, float[]> tensors = new LinkedHashMap<>();
        tensors.put("out.w", places);
        tensors.put("out.b", new float[2]);
        float[] embedding = new float[2];

        Encoder.of(SPEC, Weights.of(tensors)).encode(window, embedding);

        // 3 to the right, half of 8 upwards
        Trials.assertNear(embedding, new double[] {.6, .8});
    }

    @Test
    void numbersAreRefused() {
        assertThatThrownBy(() -> EncoderSpec.set(4, 2, EIGHT, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("encoder has denseInputs 2, expected 0 in a set: choose a bag");
        assertThat(SPEC.kind()).isEqualTo(EncoderKind.SET);
    }

    private static Inputs events(int... buckets) {
        double[][] rows = new double[buckets.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {buckets[i]};
        }
        return Trials.window(0, EIGHT, rows);
    }

    private static int[] rows(SetInputs inputs) {
        int[] rows = new int[inputs.count()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = inputs.row(i);
        }
        return rows;
    }
}
