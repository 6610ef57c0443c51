package dev.twinwatch.trainer.training;

import dev.twinwatch.engine.network.Weights;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Writes the engine's weights into a graph, for any tower.
 *
 * <p>A tower says how weights are read out, and that is only a change of their order. So the way back needs no second
 * description of each tower: parameters that hold their own numbers, once read out, say where every weight came from.
 */
final class Placement {
    /** Bits of a digit: numbers are told by two, as float32 holds no whole number over 2^24 exactly. */
    private static final int DIGIT = 12;

    private static final int BASE = 1 << DIGIT;

    private Placement() {}

    static void write(Weights weights, TwinNetwork network) {
        ComputationGraph graph = network.graph();
        INDArray params = graph.params();
        int count = Math.toIntExact(params.length());
        float[] low = new float[count];
        float[] high = new float[count];
        for (int i = 0; i < count; i++) {
            low[i] = i & (BASE - 1);
            high[i] = i >> DIGIT;
        }
        params.assign(Nd4j.createFromArray(low));
        Map<String, float[]> lows = network.weights().tensors();
        params.assign(Nd4j.createFromArray(high));
        Map<String, float[]> highs = network.weights().tensors();
        float[] placed = new float[count];
        weights.tensors().forEach((name, values) -> {
            float[] first = Objects.requireNonNull(highs.get(name), name);
            float[] second = Objects.requireNonNull(lows.get(name), name);
            for (int i = 0; i < values.length; i++) {
                placed[(((int) first[i]) << DIGIT) + ((int) second[i])] = values[i];
            }
        });
        params.assign(Nd4j.createFromArray(placed));
    }
}
