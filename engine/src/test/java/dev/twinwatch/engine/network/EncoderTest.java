package dev.twinwatch.engine.network;

import static dev.twinwatch.engine.network.Trials.LENGTH;
import static dev.twinwatch.engine.network.Trials.assertNear;
import static dev.twinwatch.engine.network.Trials.embeddings;
import static dev.twinwatch.engine.network.Trials.encode;
import static dev.twinwatch.engine.network.Trials.last;
import static dev.twinwatch.engine.network.Trials.randomWindow;
import static dev.twinwatch.engine.network.Trials.rows;
import static dev.twinwatch.engine.network.Trials.tensor;
import static dev.twinwatch.engine.network.Trials.values;
import static dev.twinwatch.engine.network.Trials.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.engine.features.Inputs;
import dev.twinwatch.engine.watch.EncoderKind;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bag and convolutions against their formulas written as plain loops in doubles. */
final class EncoderTest {
    /** Dense inputs, buckets of each category, events. */
    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of(3, List.of(5, 9), 8),
                Arguments.of(1, List.of(2), 3),
                Arguments.of(6, List.of(), 5),
                Arguments.of(0, List.of(7), 8),
                Arguments.of(0, List.of(3, 4, 5), 2),
                Arguments.of(2, List.of(4), 1));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aBagFollowsItsFormula(int dense, List<Integer> buckets, int events) {
        EncoderSpec spec = new EncoderSpec(EncoderKind.BAG, LENGTH, dense, buckets, 5, 6, 1, List.of(), 7);
        Weights weights = randomBag(spec);
        Inputs window = randomWindow(dense, buckets, events, 1);

        assertNear(encode(spec, weights, window), referenceBag(spec, weights, window));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aTcnFollowsItsFormula(int dense, List<Integer> buckets, int events) {
        EncoderSpec spec = new EncoderSpec(EncoderKind.TCN, LENGTH, dense, buckets, 5, 6, 3, List.of(1, 2), 7);
        Weights weights = randomTcn(spec);
        Inputs window = randomWindow(dense, buckets, events, 2);

        assertNear(encode(spec, weights, window), referenceTcn(spec, weights, window));
    }

    @Test
    void aTcnMayReadOneTapOrNarrowIntoWide() {
        EncoderSpec spec = new EncoderSpec(EncoderKind.TCN, LENGTH, 1, List.of(), 5, 9, 1, List.of(1), 3);
        Weights weights = randomTcn(spec);
        Inputs window = randomWindow(1, List.of(), 8, 3);

        assertNear(encode(spec, weights, window), referenceTcn(spec, weights, window));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void anEmbeddingHasLengthOne(int dense, List<Integer> buckets, int events) {
        for (Encoder encoder : List.of(randomBagEncoder(dense, buckets), randomTcnEncoder(dense, buckets))) {
            float[] embedding = new float[encoder.dimensions()];
            encoder.encode(randomWindow(dense, buckets, events, 4), embedding);

            double squares = 0;
            for (float value : embedding) {
                squares += (double) value * value;
            }
            assertThat(squares).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void anEncoderForgetsTheWindowBefore() {
        for (Encoder encoder : List.of(randomBagEncoder(2, List.of(4)), randomTcnEncoder(2, List.of(4)))) {
            float[] first = new float[encoder.dimensions()];
            float[] again = new float[encoder.dimensions()];
            encoder.encode(randomWindow(2, List.of(4), 3, 5), first);
            encoder.encode(randomWindow(2, List.of(4), 8, 6), again);
            encoder.encode(randomWindow(2, List.of(4), 3, 5), again);

            assertThat(again).containsExactly(first);
        }
    }

    @Test
    void theOrderOfEventsDoesNotMatterToABag() {
        Encoder bag = randomBagEncoder(2, List.of(4));
        float[] forwards = new float[bag.dimensions()];
        float[] backwards = new float[bag.dimensions()];

        bag.encode(window(2, List.of(4), rows(2, List.of(4), 6, 7)), forwards);
        double[][] reversed = rows(2, List.of(4), 6, 7);
        Collections.reverse(Arrays.asList(reversed));
        bag.encode(window(2, List.of(4), reversed), backwards);

        assertNear(backwards, doubles(forwards));
    }

    @Test
    void theOrderOfEventsMattersToATcn() {
        Encoder tcn = randomTcnEncoder(2, List.of(4));
        float[] forwards = new float[tcn.dimensions()];
        float[] backwards = new float[tcn.dimensions()];

        tcn.encode(window(2, List.of(4), rows(2, List.of(4), 6, 7)), forwards);
        double[][] reversed = rows(2, List.of(4), 6, 7);
        Collections.reverse(Arrays.asList(reversed));
        tcn.encode(window(2, List.of(4), reversed), backwards);

        assertThat(largestDifference(forwards, backwards)).isGreaterThan(1e-3);
    }

    /**
     * With one channel, an identity at the end and no normalisation but that by the second, constant dimension, the
     * pooled sum can be read off an embedding: sum = events * first / second.
     */
    @Test
    void aLaterEventChangesNothingThatEarlierOnesContribute() {
        Random random = new Random(8);
        Map<String, float[]> tensors = new LinkedHashMap<>();
        tensors.put("conv.0.w", values(random, 3));
        tensors.put("conv.0.b", new float[] {0.3f});
        tensors.put("conv.1.w", values(random, 3));
        tensors.put("conv.1.b", new float[] {0.2f});
        tensors.put("out.w", new float[] {1, 0});
        tensors.put("out.b", new float[] {0, 1});
        EncoderSpec spec = new EncoderSpec(EncoderKind.TCN, LENGTH, 1, List.of(), 1, 1, 3, List.of(1, 2), 2);
        Encoder tcn = Encoder.of(spec, Weights.of(tensors));
        double[][] rows = rows(1, List.of(), 8, 9);
        double[] contributions = contributions(tcn, rows);

        for (int changed = 1; changed < 8; changed++) {
            double[][] others = rows(1, List.of(), 8, 9);
            others[changed][0] += 1.5;
            double[] now = contributions(tcn, others);
            for (int i = 0; i < changed; i++) {
                assertThat(now[i])
                        .as("event %s after event %s changed", i, changed)
                        .isCloseTo(contributions[i], within(1e-4));
            }
        }
        assertThat(Arrays.stream(contributions).max().orElseThrow()).isGreaterThan(0.1);
    }

    @Test
    void weightsOfAnotherShapeAreRefused() {
        EncoderSpec spec = new EncoderSpec(EncoderKind.BAG, LENGTH, 1, List.of(), 5, 6, 1, List.of(), 7);
        Map<String, float[]> tensors = new LinkedHashMap<>(randomBag(spec).tensors());
        tensors.put("out.w", new float[41]);

        assertThatThrownBy(() -> Encoder.of(spec, Weights.of(tensors)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weights out.w have 41 values, the encoder's shape wants 42");
        tensors.remove("out.w");
        assertThatThrownBy(() -> Encoder.of(spec, Weights.of(tensors)))
                .hasMessage("weights out.w have no values, the encoder's shape wants 42");
    }

    @Test
    void weightsThatAreNoNumbersAreRefused() {
        assertThatThrownBy(() -> Weights.of(Map.of("out.b", new float[] {1, Float.NaN})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weights out.b hold NaN: the training diverged, lower the learning rate");
    }

    @Test
    void aConvolutionThatLooksAheadIsRefused() {
        assertThatThrownBy(() -> new EncoderSpec(EncoderKind.TCN, 8, 1, List.of(), 1, 1, 3, List.of(1, -2), 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("encoder has dilations -2, expected 1 to 512");
    }

    @Test
    void anEncoderThatReadsNothingIsRefused() {
        assertThatThrownBy(() -> EncoderSpec.bag(8, 0, List.of(), 4))
                .hasMessage("encoder has denseInputs 0, expected at least 1 where no category is read");
        assertThatThrownBy(() -> new EncoderSpec(EncoderKind.TCN, 8, 1, List.of(), 1, 1, 3, List.of(), 2))
                .hasMessage("encoder has dilations 0, expected at least one convolution");
    }

    /** What each position adds to the pooled sum: the sum over a prefix less that over the one before. */
    private static double[] contributions(Encoder tcn, double[][] rows) {
        double[] contributions = new double[rows.length];
        double before = 0;
        for (int i = 0; i < rows.length; i++) {
            float[] embedding = new float[2];
            tcn.encode(window(1, List.of(), Arrays.copyOf(rows, i + 1)), embedding);
            double sum = (i + 1) * (double) embedding[0] / embedding[1];
            contributions[i] = sum - before;
            before = sum;
        }
        return contributions;
    }

    private static double[] referenceBag(EncoderSpec spec, Weights weights, Inputs window) {
        int events = window.events();
        int width = spec.buckets().size() * spec.embedding();
        double[] joined = new double[width + (spec.denseInputs() > 0 ? spec.hidden() : 0)];
        for (int c = 0; c < spec.buckets().size(); c++) {
            double[] counts = new double[spec.buckets().get(c)];
            for (int i = 0; i < events; i++) {
                counts[window.bucket(i, c)]++;
            }
            double squares = 0;
            for (int b = 0; b < counts.length; b++) {
                counts[b] = Math.log(1 + counts[b]);
                squares += counts[b] * counts[b];
            }
            float[] table = tensor(weights, "embedding." + c);
            for (int b = 0; b < counts.length; b++) {
                for (int e = 0; e < spec.embedding(); e++) {
                    joined[c * spec.embedding() + e] +=
                            counts[b] / Math.sqrt(squares) * table[b * spec.embedding() + e];
                }
            }
        }
        for (int h = 0; h < joined.length - width; h++) {
            double sum = tensor(weights, "dense.b")[h];
            float[] w = tensor(weights, "dense.w");
            for (int d = 0; d < spec.denseInputs(); d++) {
                double mean = 0;
                for (int i = 0; i < events; i++) {
                    mean += window.dense(i, d) / (double) events;
                }
                double variance = 0;
                for (int i = 0; i < events; i++) {
                    variance += Math.pow(window.dense(i, d) - mean, 2) / events;
                }
                sum += mean * w[d * spec.hidden() + h];
                sum += Math.sqrt(variance) * w[(spec.denseInputs() + d) * spec.hidden() + h];
            }
            joined[width + h] = Math.tanh(sum);
        }
        return last(spec, weights, joined);
    }

    private static double[] referenceTcn(EncoderSpec spec, Weights weights, Inputs window) {
        int events = window.events();
        double[][] now = Trials.events(spec, weights, window);
        for (int layer = 0; layer < spec.dilations().size(); layer++) {
            float[] w = tensor(weights, "conv." + layer + ".w");
            int width = now[0].length;
            double[][] next = new double[events][spec.hidden()];
            for (int i = 0; i < events; i++) {
                for (int h = 0; h < spec.hidden(); h++) {
                    double sum = tensor(weights, "conv." + layer + ".b")[h];
                    for (int back = 0; back < spec.kernel(); back++) {
                        int seen = i - back * spec.dilations().get(layer);
                        int tap = spec.kernel() - 1 - back;
                        for (int in = 0; seen >= 0 && in < width; in++) {
                            sum += now[seen][in] * w[(tap * width + in) * spec.hidden() + h];
                        }
                    }
                    next[i][h] = Math.max(0, sum);
                }
            }
            now = next;
        }
        double[] pooled = new double[spec.hidden()];
        for (double[] position : now) {
            for (int h = 0; h < pooled.length; h++) {
                pooled[h] += position[h] / events;
            }
        }
        return last(spec, weights, pooled);
    }

    private static Encoder randomBagEncoder(int dense, List<Integer> buckets) {
        EncoderSpec spec = new EncoderSpec(EncoderKind.BAG, LENGTH, dense, buckets, 5, 6, 1, List.of(), 7);
        return Encoder.of(spec, randomBag(spec));
    }

    private static Encoder randomTcnEncoder(int dense, List<Integer> buckets) {
        EncoderSpec spec = new EncoderSpec(EncoderKind.TCN, LENGTH, dense, buckets, 5, 6, 3, List.of(1, 2), 7);
        return Encoder.of(spec, randomTcn(spec));
    }

    private static Weights randomBag(EncoderSpec spec) {
        Random random = new Random(10);
        Map<String, float[]> tensors = embeddings(spec, random);
        int joined = spec.buckets().size() * spec.embedding();
        if (spec.denseInputs() > 0) {
            tensors.put("dense.w", values(random, 2 * spec.denseInputs() * spec.hidden()));
            tensors.put("dense.b", values(random, spec.hidden()));
            joined += spec.hidden();
        }
        tensors.put("out.w", values(random, joined * spec.dimensions()));
        tensors.put("out.b", values(random, spec.dimensions()));
        return Weights.of(tensors);
    }

    private static Weights randomTcn(EncoderSpec spec) {
        Random random = new Random(11);
        Map<String, float[]> tensors = embeddings(spec, random);
        int width = spec.denseInputs() + spec.buckets().size() * spec.embedding();
        for (int layer = 0; layer < spec.dilations().size(); layer++) {
            tensors.put("conv." + layer + ".w", values(random, spec.kernel() * width * spec.hidden()));
            tensors.put("conv." + layer + ".b", values(random, spec.hidden()));
            width = spec.hidden();
        }
        tensors.put("out.w", values(random, spec.hidden() * spec.dimensions()));
        tensors.put("out.b", values(random, spec.dimensions()));
        return Weights.of(tensors);
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    private static double largestDifference(float[] a, float[] b) {
        double worst = 0;
        for (int i = 0; i < a.length; i++) {
            worst = Math.max(worst, Math.abs(a[i] - b[i]));
        }
        return worst;
    }
}
