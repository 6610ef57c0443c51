package dev.twinwatch.engine.network;

import static dev.twinwatch.engine.network.Trials.LENGTH;
import static dev.twinwatch.engine.network.Trials.tensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.engine.features.Inputs;
import dev.twinwatch.engine.watch.EncoderKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MlpEncoderTest {
    @ParameterizedTest
    @MethodSource("dev.twinwatch.engine.network.EncoderTest#shapes")
    void itFollowsItsFormula(int dense, List<Integer> buckets, int events) {
        EncoderSpec spec = new EncoderSpec(EncoderKind.MLP, LENGTH, dense, buckets, 5, 6, 1, List.of(), 7);
        Weights weights = random(spec);
        Inputs window = Trials.randomWindow(dense, buckets, events, 2);

        Trials.assertNear(Trials.encode(spec, weights, window), reference(spec, weights, window));
    }

    @Test
    void eachPositionHasWeightsOfItsOwnAndAMissingOneIsZero() {
        EncoderSpec spec = new EncoderSpec(EncoderKind.MLP, LENGTH, 1, List.of(), 1, 2, 1, List.of(), 2);
        Map<String, float[]> tensors = new LinkedHashMap<>();
        float[] first = new float[LENGTH * 2];
        first[0] = 1; // the first event goes to the first value
        first[2 * 2 + 1] = 1; // the third one to the second
        tensors.put("first.w", first);
        tensors.put("first.b", new float[2]);
        tensors.put("second.w", new float[] {1, 0, 0, 1});
        tensors.put("second.b", new float[2]);
        tensors.put("out.w", new float[] {1, 0, 0, 1});
        tensors.put("out.b", new float[2]);
        Encoder mlp = Encoder.of(spec, Weights.of(tensors));
        float[] whole = new float[2];
        float[] shorter = new float[2];

        mlp.encode(Trials.window(1, List.of(), new double[][] {{3}, {7}, {4}}), whole);
        mlp.encode(Trials.window(1, List.of(), new double[][] {{3}, {7}}), shorter);

        Trials.assertNear(whole, new double[] {.6, .8});
        Trials.assertNear(shorter, new double[] {1, 0});
    }

    @Test
    void aFirstLayerThatNoBundleHoldsIsRefused() {
        assertThatThrownBy(() -> EncoderSpec.mlp(512, 300, List.of(), 32))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "encoder has length 512, expected at most 16777216 weights in the first layer of a mlp, here"
                                + " 19660800: shorten the windows or choose a bag");
        assertThat(EncoderSpec.lstm(512, 300, List.of(), 32).eventWidth()).isEqualTo(300);
    }

    private static Weights random(EncoderSpec spec) {
        Random random = new Random(13);
        Map<String, float[]> tensors = Trials.embeddings(spec, random);
        tensors.put("first.w", Trials.values(random, spec.length() * spec.eventWidth() * spec.hidden()));
        tensors.put("first.b", Trials.values(random, spec.hidden()));
        tensors.put("second.w", Trials.values(random, spec.hidden() * spec.hidden()));
        tensors.put("second.b", Trials.values(random, spec.hidden()));
        tensors.put("out.w", Trials.values(random, spec.hidden() * spec.dimensions()));
        tensors.put("out.b", Trials.values(random, spec.dimensions()));
        return Weights.of(tensors);
    }

    private static double[] reference(EncoderSpec spec, Weights weights, Inputs window) {
        double[] flat = new double[spec.length() * spec.eventWidth()];
        double[][] events = Trials.events(spec, weights, window);
        for (int i = 0; i < events.length; i++) {
            System.arraycopy(events[i], 0, flat, i * spec.eventWidth(), spec.eventWidth());
        }
        double[] first = layer(flat, tensor(weights, "first.w"), tensor(weights, "first.b"));
        return Trials.last(spec, weights, layer(first, tensor(weights, "second.w"), tensor(weights, "second.b")));
    }

    private static double[] layer(double[] from, float[] weights, float[] bias) {
        double[] to = new double[bias.length];
        for (int h = 0; h < to.length; h++) {
            to[h] = bias[h];
            for (int i = 0; i < from.length; i++) {
                to[h] += from[i] * weights[i * to.length + h];
            }
            to[h] = Math.max(0, to[h]);
        }
        return to;
    }
}
