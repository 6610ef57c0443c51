package dev.twinwatch.trainer.training;

import dev.twinwatch.engine.network.EncoderSpec;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;

/**
 * The causal convolutions. A window starts at position 0, so that the padding of every layer stands for the time before its
 * first event, and the mask keeps positions after its last event out of the average.
 */
final class TcnTower extends EventTower {
    TcnTower(EncoderSpec spec) {
        super(spec);
    }

    @Override
    String addOver(String below, GraphBuilder graph) {
        String top = below;
        for (int layer = 0; layer < spec.dilations().size(); layer++) {
            graph.addLayer(
                    "conv." + layer,
                    new Convolution1DLayer.Builder(spec.kernel())
                            .nIn(layer == 0 ? spec.eventWidth() : spec.hidden())
                            .nOut(spec.hidden())
                            .dilation(spec.dilations().get(layer))
                            .convolutionMode(ConvolutionMode.Causal)
                            .weightInit(WeightInit.RELU)
                            .activation(Activation.RELU)
                            .build(),
                    top);
            top = "conv." + layer;
        }
        graph.addLayer("average", new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), top);
        return "average";
    }

    @Override
    void exportLayers(ComputationGraph graph, Map<String, float[]> weights) {
        for (int layer = 0; layer < spec.dilations().size(); layer++) {
            // DL4J calls the shape [outputs][inputs][taps], but its convolution reads the same values, in the same
            // order, as [taps][inputs][outputs], oldest tap first: what the engine wants
            weights.put("conv." + layer + ".w", Graphs.rowMajor(graph, "conv." + layer, "W"));
            weights.put("conv." + layer + ".b", Graphs.rowMajor(graph, "conv." + layer, "b"));
        }
    }
}
