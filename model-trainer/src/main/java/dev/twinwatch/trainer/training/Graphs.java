package dev.twinwatch.trainer.training;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Names of layers, and how their weights are read. */
final class Graphs {
    private Graphs() {}

    /** The layer that holds the embedding table of a category. */
    static String table(int category) {
        return "embedding." + category;
    }

    /** One part as it is, several side by side in this order. */
    static String joined(GraphBuilder graph, MergeVertex merge, List<String> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        graph.addVertex("joined", merge, parts.toArray(String[]::new));
        return "joined";
    }

    /** A parameter [inputs][outputs], row by row; DL4J itself keeps columns together. */
    static float[] rowMajor(ComputationGraph graph, String layer, String name) {
        INDArray parameter = graph.getLayer(layer).getParam(name);
        return parameter.dup('c').reshape(parameter.length()).toFloatVector();
    }
}
