package dev.twinwatch.trainer.training;

import dev.twinwatch.engine.features.Inputs;
import dev.twinwatch.engine.network.BagInputs;
import dev.twinwatch.engine.network.EncoderSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The bag as layers over whole count vectors: a matrix [rows][buckets] of damped counts times the embedding table gives
 * what the engine adds up value by value.
 */
final class BagTower implements Tower {
    private final EncoderSpec spec;
    private final BagInputs inputs;
    private final float[][] counts;
    private float[] summaries = {};
    private int rows;

    BagTower(EncoderSpec spec) {
        this.spec = spec;
        this.inputs = new BagInputs(spec.length());
        this.counts = new float[spec.buckets().size()][0];
    }

    @Override
    public String addTo(GraphBuilder graph) {
        List<String> parts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int c = 0; c < counts.length; c++) {
            names.add("counts." + c);
            parts.add(Graphs.table(c));
            graph.addLayer(
                    Graphs.table(c),
                    new DenseLayer.Builder()
                            .nIn(spec.buckets().get(c))
                            .nOut(spec.embedding())
                            .hasBias(false)
                            .weightInit(Tower.tableInit(spec))
                            .activation(Activation.IDENTITY)
                            .build(),
                    "counts." + c);
        }
        if (spec.denseInputs() > 0) {
            names.add("summary");
            parts.add("dense");
            graph.addLayer(
                    "dense",
                    new DenseLayer.Builder()
                            .nIn(2L * spec.denseInputs())
                            .nOut(spec.hidden())
                            .activation(Activation.TANH)
                            .build(),
                    "summary");
        }
        graph.addInputs(names);
        return Graphs.joined(graph, new MergeVertex(), parts);
    }

    @Override
    public int width() {
        return counts.length * spec.embedding() + (spec.denseInputs() > 0 ? spec.hidden() : 0);
    }

    @Override
    public void begin(int batchRows) {
        rows = batchRows;
        for (int c = 0; c < counts.length; c++) {
            counts[c] = Tower.cleared(counts[c], rows * spec.buckets().get(c));
        }
        summaries = Tower.cleared(summaries, rows * 2 * spec.denseInputs());
    }

    @Override
    public void put(int row, Inputs window, double noise, RandomGenerator random) {
        for (int c = 0; c < counts.length; c++) {
            inputs.count(window, c);
            for (int i = 0; i < inputs.values(); i++) {
                counts[c][row * spec.buckets().get(c) + inputs.bucket(i)] = inputs.weight(i);
            }
        }
        if (spec.denseInputs() > 0) {
            float[] summary = window.summary();
            for (int i = 0; i < summary.length; i++) {
                float off = noise > 0 ? (float) (noise * random.nextGaussian()) : 0;
                summaries[row * summary.length + i] = summary[i] + off;
            }
        }
    }

    @Override
    public Feed feed(DataType type) {
        Feed feed = new Feed(type);
        for (int c = 0; c < counts.length; c++) {
            feed.add(counts[c], rows, spec.buckets().get(c));
        }
        if (spec.denseInputs() > 0) {
            feed.add(summaries, rows, 2L * spec.denseInputs());
        }
        return feed;
    }

    @Override
    public void export(ComputationGraph graph, Map<String, float[]> weights) {
        for (int c = 0; c < counts.length; c++) {
            weights.put("embedding." + c, Graphs.rowMajor(graph, Graphs.table(c), "W"));
        }
        if (spec.denseInputs() > 0) {
            weights.put("dense.w", Graphs.rowMajor(graph, "dense", "W"));
            weights.put("dense.b", Graphs.rowMajor(graph, "dense", "b"));
        }
    }
}
