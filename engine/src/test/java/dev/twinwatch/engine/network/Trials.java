package dev.twinwatch.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.engine.TestEvents;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Featurizer;
import dev.twinwatch.engine.features.Inputs;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Scaling;
import dev.twinwatch.engine.features.Window;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Windows and weights for tests of encoders, and the parts that the formulas of all of them share. */
final class Trials {
    static final int LENGTH = 8;

    private Trials() {}

    static Inputs randomWindow(int dense, List<Integer> buckets, int events, long seed) {
        return window(dense, buckets, rows(dense, buckets, events, seed));
    }

    /** Dense values, then one small whole number for each category. */
    static double[][] rows(int dense, List<Integer> buckets, int events, long seed) {
        Random random = new Random(seed);
        double[][] rows = new double[events][dense + buckets.size()];
        for (double[] row : rows) {
            for (int d = 0; d < row.length; d++) {
                row[d] = d < dense ? random.nextGaussian() : random.nextInt(5);
            }
        }
        return rows;
    }

    static Inputs window(int dense, List<Integer> buckets, double[][] rows) {
        StringBuilder watch = new StringBuilder("watch: test\nentity: who\nsequence: {length: 8}\nfeatures:\n");
        for (int d = 0; d < dense; d++) {
            watch.append("  - {name: n")
                    .append(d)
                    .append(", field: f")
                    .append(d)
                    .append(", as: number}\n");
        }
        for (int c = 0; c < buckets.size(); c++) {
            int field = dense + c;
            watch.append("  - {name: n")
                    .append(field)
                    .append(", field: f")
                    .append(field)
                    .append(", as: category, buckets: ");
            watch.append(buckets.get(c)).append("}\n");
        }
        TestEvents events = TestEvents.ofWatch(watch.toString());
        Layout layout = events.layout();
        byte[] slots = new byte[rows.length * layout.slotBytes()];
        for (int i = 0; i < rows.length; i++) {
            Object[] fields = new Object[2 * rows[i].length];
            for (int f = 0; f < rows[i].length; f++) {
                fields[2 * f] = "f" + f;
                fields[2 * f + 1] = rows[i][f];
            }
            Event event = events.next("ana", fields);
            Window.write(layout, slots, i, i, event, new float[0]);
        }
        Featurizer featurizer = new Featurizer(layout, Scaling.none(dense));
        Inputs inputs = featurizer.newInputs();
        featurizer.fill(Window.over(layout, slots, rows.length, 1), inputs);
        return inputs;
    }

    static Map<String, float[]> embeddings(EncoderSpec spec, Random random) {
        Map<String, float[]> tensors = new LinkedHashMap<>();
        for (int c = 0; c < spec.buckets().size(); c++) {
            tensors.put("embedding." + c, values(random, spec.buckets().get(c) * spec.embedding()));
        }
        return tensors;
    }

    static float[] values(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian() * 0.5f;
        }
        return values;
    }

    static float[] encode(EncoderSpec spec, Weights weights, Inputs window) {
        float[] embedding = new float[spec.dimensions()];
        Encoder.of(spec, weights).encode(window, embedding);
        return embedding;
    }

    /** What a network reads of a window event by event, shape [events][eventWidth]. */
    static double[][] events(EncoderSpec spec, Weights weights, Inputs window) {
        double[][] events = new double[window.events()][spec.eventWidth()];
        for (int i = 0; i < events.length; i++) {
            for (int d = 0; d < spec.denseInputs(); d++) {
                events[i][d] = window.dense(i, d);
            }
            for (int c = 0; c < spec.buckets().size(); c++) {
                for (int e = 0; e < spec.embedding(); e++) {
                    events[i][spec.denseInputs() + c * spec.embedding() + e] =
                            tensor(weights, "embedding." + c)[window.bucket(i, c) * spec.embedding() + e];
                }
            }
        }
        return events;
    }

    static double[] last(EncoderSpec spec, Weights weights, double[] in) {
        double[] out = new double[spec.dimensions()];
        double squares = 0;
        for (int j = 0; j < out.length; j++) {
            out[j] = tensor(weights, "out.b")[j];
            for (int i = 0; i < in.length; i++) {
                out[j] += in[i] * tensor(weights, "out.w")[i * out.length + j];
            }
            squares += out[j] * out[j];
        }
        for (int j = 0; j < out.length; j++) {
            out[j] /= Math.sqrt(squares);
        }
        return out;
    }

    static float[] tensor(Weights weights, String name) {
        return Objects.requireNonNull(weights.tensors().get(name), name);
    }

    static void assertNear(float[] actual, double[] expected) {
        assertThat(actual).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i]).as("value %s", i).isCloseTo(expected[i], within(1e-5));
        }
    }
}
