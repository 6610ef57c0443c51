package dev.twinwatch.trainer.training;

import dev.twinwatch.engine.features.Inputs;
import dev.twinwatch.engine.network.EncoderSpec;
import dev.twinwatch.engine.network.Weights;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.graph.L2NormalizeVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * The twin network while it learns.
 *
 * <p>Twins share their weights; here they share them by being one tower through which all windows of a batch pass, and only
 * the loss knows which windows belong together. One thread at a time.
 */
public final class TwinNetwork {
    private final Tower tower;
    private final ComputationGraph graph;
    private final DataType type;
    private final Hyperparameters settings;
    private RandomGenerator random;

    /** A network with first weights from the seed of the hyperparameters. */
    public TwinNetwork(EncoderSpec spec, Hyperparameters settings) {
        this(spec, settings, Set.of());
    }

    /** The same, of which some layers do not learn. */
    TwinNetwork(EncoderSpec spec, Hyperparameters settings, Set<String> frozen) {
        this(spec, settings, new Adam(new LearningRate(settings)), DataType.FLOAT, frozen);
    }

    TwinNetwork(EncoderSpec spec, Hyperparameters settings, IUpdater updater, DataType type, Set<String> frozen) {
        this.type = type;
        this.settings = settings;
        this.random = Sampling.at(settings.seed(), 0);
        this.tower = Tower.of(spec);
        GraphBuilder builder = new NeuralNetConfiguration.Builder()
                .seed(settings.seed())
                .dataType(type)
                .weightInit(WeightInit.XAVIER)
                .weightDecay(settings.weightDecay())
                .updater(updater)
                .graphBuilder();
        String top = tower.addTo(builder);
        builder.addLayer(
                "out",
                new DenseLayer.Builder()
                        .nIn(tower.width())
                        .nOut(spec.dimensions())
                        .weightInit(tower.lastInit())
                        .activation(Activation.IDENTITY)
                        .dropOut(settings.dropout() == 0 ? null : new Dropout(1 - settings.dropout()))
                        .build(),
                top);
        builder.addVertex("unit", new L2NormalizeVertex(), "out");
        builder.addLayer(
                "loss",
                new LossLayer.Builder(settings.loss().function(settings, 0))
                        .activation(Activation.IDENTITY)
                        .build(),
                "unit");
        ComputationGraphConfiguration network = builder.setOutputs("loss").build();
        Frozen.freeze(network, frozen);
        this.graph = new ComputationGraph(network);
        graph.init();
    }

    /** Begins a batch of this many windows; then {@link #put} fills every row. */
    void begin(int rows) {
        random = Sampling.at(~settings.seed(), iteration());
        tower.begin(rows);
    }

    /** Writes one window of the batch. */
    void put(int row, Inputs window) {
        tower.put(row, window, settings.inputNoise(), random);
    }

    /**
     * Learns from the batch that was put.
     *
     * @param labels for each row its identity within the batch, or for pairs whether they are alike
     * @return loss of the batch before the step, without weight decay
     */
    double fit(float[] labels) {
        try (Feed feed = tower.feed(type)) {
            INDArray column = Nd4j.create(labels, new long[] {labels.length, 1}, 'c');
            // what is dropped out depends on seed and iteration alone, as all else does
            Nd4j.getRandom().setSeed(settings.seed() + iteration());
            lossLayer().setLossFn(settings.loss().function(settings, iteration()));
            double decay = graph.calcRegularizationScore(true);
            graph.fit(feed.features(), new INDArray[] {column}, feed.masks(), null);
            column.close();
            return graph.score() - decay;
        }
    }

    /** Embeddings as DL4J computes them, shape [windows][dimensions], norm 1: what the engine's are compared with. */
    public float[][] embed(List<Inputs> windows) {
        tower.begin(windows.size());
        for (int row = 0; row < windows.size(); row++) {
            tower.put(row, windows.get(row), 0, random);
        }
        try (Feed feed = tower.feed(type)) {
            return graph.output(false, feed.features(), feed.masks())[0].toFloatMatrix();
        }
    }

    /** The weights as the engine names them, copied; throws IllegalArgumentException where the training diverged. */
    public Weights weights() {
        Map<String, float[]> weights = new LinkedHashMap<>();
        tower.export(graph, weights);
        weights.put("out.w", Graphs.rowMajor(graph, "out", "W"));
        weights.put("out.b", Graphs.rowMajor(graph, "out", "b"));
        return Weights.of(weights);
    }

    /** Writes weights, what Adam remembers, and the iteration. */
    void write(DataOutput out) throws IOException {
        out.writeInt(iteration());
        Floats.write(out, graph.params().toFloatVector());
        Floats.write(out, memory().toFloatVector());
    }

    /** Counterpart of {@link #write}, for the same spec and hyperparameters. */
    void read(DataInput in) throws IOException {
        graph.getConfiguration().setIterationCount(in.readInt());
        graph.params()
                .assign(Nd4j.createFromArray(Floats.read(in, graph.params().length())));
        memory().assign(Nd4j.createFromArray(Floats.read(in, memory().length())));
    }

    private INDArray memory() {
        return graph.getUpdater(true).getUpdaterStateViewArray();
    }

    /** Batches learned from so far. */
    int iteration() {
        return graph.getConfiguration().getIterationCount();
    }

    private LossLayer lossLayer() {
        return (LossLayer) graph.getLayer("loss").conf().getLayer();
    }

    ComputationGraph graph() {
        return graph;
    }

    Tower tower() {
        return tower;
    }
}
