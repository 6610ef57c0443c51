package dev.twinwatch.trainer.training;

import dev.twinwatch.engine.features.Inputs;
import dev.twinwatch.engine.network.EncoderSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The events of the windows of a batch one by one, shape [rows][eventWidth][length]: where the towers that know an order
 * begin. A window starts at position 0; behind its last event stand zeros, and the mask says so.
 */
final class EventInputs {
    private final EncoderSpec spec;
    private final float[][] buckets;
    private float[] dense = {};
    private float[] mask = {};
    private int rows;

    EventInputs(EncoderSpec spec) {
        this.spec = spec;
        this.buckets = new float[spec.buckets().size()][0];
    }

    /** Adds inputs and embedding tables to the graph; returns the name of what joins them. */
    String addTo(GraphBuilder graph) {
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
        return Graphs.joined(graph, new MergeVertex(), parts);
    }

    void begin(int batchRows) {
        rows = batchRows;
        dense = Tower.cleared(dense, rows * spec.denseInputs() * spec.length());
        mask = Tower.cleared(mask, rows * spec.length());
        for (int c = 0; c < buckets.length; c++) {
            buckets[c] = Tower.cleared(buckets[c], rows * spec.length());
        }
    }

    void put(int row, Inputs window, double noise, RandomGenerator random) {
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

    Feed feed(DataType type) {
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

    void export(ComputationGraph graph, Map<String, float[]> weights) {
        for (int c = 0; c < buckets.length; c++) {
            weights.put("embedding." + c, Graphs.rowMajor(graph, Graphs.table(c), "W"));
        }
    }
}
