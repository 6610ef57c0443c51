package dev.twinwatch.engine.network;

import static dev.twinwatch.engine.network.Trials.LENGTH;
import static dev.twinwatch.engine.network.Trials.tensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.engine.features.Inputs;
import dev.twinwatch.engine.watch.EncoderKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class LstmEncoderTest {
    /** Biases that close a gate for good, and that hold it open. */
    private static final float CLOSED = -20;

    private static final float OPEN = 20;

    @ParameterizedTest
    @MethodSource("dev.twinwatch.engine.network.EncoderTest#shapes")
    void itFollowsItsFormula(int dense, List<Integer> buckets, int events) {
        EncoderSpec spec = new EncoderSpec(EncoderKind.LSTM, LENGTH, dense, buckets, 5, 6, 1, List.of(), 7);
        Weights weights = random(spec);
        Inputs window = Trials.randomWindow(dense, buckets, events, 2);

        Trials.assertNear(Trials.encode(spec, weights, window), reference(spec, weights, window));
    }

    @ParameterizedTest(name = "forget {0}, output {1}, input {2}: average state {3}")
    @CsvSource({
        // what each event adds to the content is tanh(.5) = .4621, and the state is tanh of the content
        OPEN + "," + OPEN + "," + OPEN + ", .5799", // (tanh .4621 + tanh .9242) / 2
        CLOSED + "," + OPEN + "," + OPEN + ", .4318", // tanh .4621 twice
        OPEN + "," + CLOSED + "," + OPEN + ", 0",
        OPEN + "," + OPEN + "," + CLOSED + ", 0"
    })
    void gatesDecideWhatIsKeptShownAndTakenIn(float forget, float output, float input, double state) {
        Map<String, float[]> tensors = new LinkedHashMap<>();
        tensors.put("lstm.w", new float[] {1, 0, 0, 0});
        tensors.put("lstm.r", new float[4]);
        tensors.put("lstm.b", new float[] {0, forget, output, input});
        tensors.put("out.w", new float[] {1, 0});
        tensors.put("out.b", new float[] {0, 1});
        EncoderSpec spec = new EncoderSpec(EncoderKind.LSTM, LENGTH, 1, List.of(), 1, 1, 1, List.of(), 2);
        Inputs twice = Trials.window(1, List.of(), new double[][] {{.5}, {.5}});

        float[] embedding = Trials.encode(spec, Weights.of(tensors), twice);

        assertThat((double) embedding[0] / embedding[1]).isCloseTo(state, within(1e-4));
    }

    @Test
    void itForgetsTheWindowBefore() {
        EncoderSpec spec = EncoderSpec.lstm(LENGTH, 2, List.of(4), 7);
        Encoder lstm = Encoder.of(spec, random(spec));
        float[] first = new float[7];
        float[] again = new float[7];
        lstm.encode(Trials.randomWindow(2, List.of(4), 3, 5), first);
        lstm.encode(Trials.randomWindow(2, List.of(4), 8, 6), again);
        lstm.encode(Trials.randomWindow(2, List.of(4), 3, 5), again);

        assertThat(again).containsExactly(first);
    }

    private static Weights random(EncoderSpec spec) {
        Random random = new Random(12);
        Map<String, float[]> tensors = Trials.embeddings(spec, random);
        tensors.put("lstm.w", Trials.values(random, spec.eventWidth() * 4 * spec.hidden()));
        tensors.put("lstm.r", Trials.values(random, spec.hidden() * 4 * spec.hidden()));
        tensors.put("lstm.b", Trials.values(random, 4 * spec.hidden()));
        tensors.put("out.w", Trials.values(random, spec.hidden() * spec.dimensions()));
        tensors.put("out.b", Trials.values(random, spec.dimensions()));
        return Weights.of(tensors);
    }

    private static double[] reference(EncoderSpec spec, Weights weights, Inputs window) {
        int hidden = spec.hidden();
        double[] state = new double[hidden];
        double[] cell = new double[hidden];
        double[] pooled = new double[hidden];
        for (double[] event : Trials.events(spec, weights, window)) {
            double[] gates = new double[4 * hidden];
            for (int g = 0; g < gates.length; g++) {
                gates[g] = tensor(weights, "lstm.b")[g];
                for (int in = 0; in < event.length; in++) {
                    gates[g] += event[in] * tensor(weights, "lstm.w")[in * gates.length + g];
                }
                for (int h = 0; h < hidden; h++) {
                    gates[g] += state[h] * tensor(weights, "lstm.r")[h * gates.length + g];
                }
            }
            for (int h = 0; h < hidden; h++) {
                cell[h] = sigmoid(gates[hidden + h]) * cell[h] + sigmoid(gates[3 * hidden + h]) * Math.tanh(gates[h]);
                state[h] = sigmoid(gates[2 * hidden + h]) * Math.tanh(cell[h]);
                pooled[h] += state[h] / window.events();
            }
        }
        return Trials.last(spec, weights, pooled);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
