package dev.twinwatch.trainer.training;

import dev.twinwatch.engine.features.Inputs;
import dev.twinwatch.engine.network.EncoderSpec;
import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitDistribution;
import org.deeplearning4j.nn.weights.WeightInitXavier;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The part of the network that differs between encoders: from a window's inputs to what the output layer reads.
 *
 * <p>It must compute what the engine's encoder of the same kind computes; a test compares the two.
 */
interface Tower {
    /** The tower for a shape. */
    static Tower of(EncoderSpec spec) {
        return switch (spec.kind()) {
            case BAG -> new BagTower(spec);
            case TCN -> new TcnTower(spec);
            case LSTM -> new LstmTower(spec);
            case MLP -> new MlpTower(spec);
            case SET -> new SetTower(spec);
        };
    }

    /** Adds inputs and layers to the graph; returns the name of the last one. */
    String addTo(GraphBuilder graph);

    /** Values that the last layer makes of a window. */
    int width();

    /** First weights of the last layer. */
    default IWeightInit lastInit() {
        return new WeightInitXavier();
    }

    /** Makes room for a batch of this many windows, all buffers 0. */
    void begin(int rows);

    /** Writes one window as a row of the batch, with normal noise on its dense values. */
    void put(int row, Inputs window, double noise, RandomGenerator random);

    /** The batch as arrays. */
    Feed feed(DataType type);

    /** Reads the tower's weights out of the graph under the names of the engine. */
    void export(ComputationGraph graph, Map<String, float[]> weights);

    /** Table rows of about norm 1, whatever the number of buckets: an untrained table is a random projection. */
    static IWeightInit tableInit(EncoderSpec spec) {
        return new WeightInitDistribution(new NormalDistribution(0, 1 / Math.sqrt(spec.embedding())));
    }

    /** A buffer of this size, all 0; the old one where it fits. */
    static float[] cleared(float[] old, int size) {
        if (old.length != size) {
            return new float[size];
        }
        Arrays.fill(old, 0);
        return old;
    }
}
