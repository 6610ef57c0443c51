package dev.twinwatch.trainer.training;

import dev.twinwatch.engine.features.Inputs;
import dev.twinwatch.engine.network.EncoderSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The causal convolutions. A window starts at position 0, so that the padding of every layer stands for the time before its
 * first event, and the mask keeps positions after its last event out of the average.
 */
final class TcnTower implements Tower {
    private final EncoderSpec spec;
    private final float[][] buckets;
    private float[] dense = {};
    private float[] mask = {};
    private int rows;

    TcnTower(EncoderSpec spec) {
        this.spec = spec;
        this.buckets = new float[spec.buckets().size()][0];
    }

    @Override
    public String addTo(GraphBuilder graph) {
        List<String> names = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        if (spec.denseInputs() > 0) {
            names.add("dense");
            parts.add("dense");
        }
        for (int c = 0; c < buckets.length; c++) {
            names.add("buckets." + c);
            parts.add(Graphs.table(c));
            graph.addLayer(
                    Graphs.table(c),
                    new EmbeddingSequenceLayer.Builder()
                            .nIn(spec.buckets().get(c))
                            .nOut(spec.embedding())
                            .inputLength(spec.length())
                            .hasBias(false)
                            .weightInit(Tower.tableInit(spec))
                            .activation(Activation.IDENTITY)
                            .build(),
                    "buckets." + c);
        }
        graph.addInputs(names);
        String below = Graphs.joined(graph, new MergeVertex(), parts);
        int width = spec.denseInputs() + buckets.length * spec.embedding();
        for (int layer = 0; layer < spec.dilations().size(); layer++) {
            graph.addLayer(
                    "conv." + layer,
                    new Convolution1DLayer.Builder(spec.kernel())
                            .nIn(layer == 0 ? width : spec.hidden())
                            .nOut(spec.hidden())
                            .dilation(spec.dilations().get(layer))
                            .convolutionMode(ConvolutionMode.Causal)
                            .weightInit(WeightInit.RELU)
                            .activation(Activation.RELU)
                            .build(),
                    below);
            below = "conv." + layer;
        }
        graph.addLayer("average", new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), below);
        return "average";
    }

    @Override
    public int width() {
        return spec.hidden();
    }

    @Override
    public void begin(int batchRows) {
        rows = batchRows;
        dense = Tower.cleared(dense, rows * spec.denseInputs() * spec.length());
        mask = Tower.cleared(mask, rows * spec.length());
        for (int c = 0; c < buckets.length; c++) {
            buckets[c] = Tower.cleared(buckets[c], rows * spec.length());
        }
    }

    @Override
    public void put(int row, Inputs window, double noise, RandomGenerator random) {
        int first = row * spec.length();
        for (int i = 0; i < window.events(); i++) {
            mask[first + i] = 1;
            for (int d = 0; d < spec.denseInputs(); d++) {
                float off = noise > 0 ? (float) (noise * random.nextGaussian()) : 0;
                dense[(row * spec.denseInputs() + d) * spec.length() + i] = window.dense(i, d) + off;
            }
            for (int c = 0; c < buckets.length; c++) {
                buckets[c][first + i] = window.bucket(i, c);
            }
        }
    }

    @Override
    public Feed feed(DataType type) {
        Feed feed = new Feed(type);
        if (spec.denseInputs() > 0) {
            feed.add(dense, rows, spec.denseInputs(), spec.length());
            feed.mask(mask, rows, spec.length());
        }
        for (float[] category : buckets) {
            feed.add(category, rows, spec.length());
            feed.mask(mask, rows, spec.length());
        }
        return feed;
    }

    @Override
    public void export(ComputationGraph graph, Map<String, float[]> weights) {
        for (int c = 0; c < buckets.length; c++) {
            weights.put("embedding." + c, Graphs.rowMajor(graph, Graphs.table(c), "W"));
        }
        for (int layer = 0; layer < spec.dilations().size(); layer++) {
            // DL4J calls the shape [outputs][inputs][taps], but its convolution reads the same values, in the same
            // order, as [taps][inputs][outputs], oldest tap first: what the engine wants
            weights.put("conv." + layer + ".w", Graphs.rowMajor(graph, "conv." + layer, "W"));
            weights.put("conv." + layer + ".b", Graphs.rowMajor(graph, "conv." + layer, "b"));
        }
    }
}
