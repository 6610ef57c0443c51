package dev.twinwatch.trainer.training;

import dev.twinwatch.engine.network.EncoderSpec;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;

/** The recurrent network; the mask keeps states after a window's last event out of the average. */
final class LstmTower extends EventTower {
    LstmTower(EncoderSpec spec) {
        super(spec);
    }

    @Override
    String addOver(String below, GraphBuilder graph) {
        graph.addLayer(
                "lstm",
                new LSTM.Builder()
                        .nIn(spec.eventWidth())
                        .nOut(spec.hidden())
                        .activation(Activation.TANH)
                        .build(),
                below);
        graph.addLayer("average", new GlobalPoolingLayer(PoolingType.AVG), "lstm");
        return "average";
    }

    @Override
    void exportLayers(ComputationGraph graph, Map<String, float[]> weights) {
        // DL4J's columns are new content, forget, output and input, as the engine's
        weights.put("lstm.w", Graphs.rowMajor(graph, "lstm", "W"));
        weights.put("lstm.r", Graphs.rowMajor(graph, "lstm", "RW"));
        weights.put("lstm.b", Graphs.rowMajor(graph, "lstm", "b"));
    }
}
