package dev.twinwatch.trainer.training;

import dev.twinwatch.engine.network.EncoderSpec;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;

/** Two layers over all positions of a window side by side; positions without an event are 0 by the mask of the inputs. */
final class MlpTower extends EventTower {
    MlpTower(EncoderSpec spec) {
        super(spec);
    }

    @Override
    String addOver(String below, GraphBuilder graph) {
        int values = spec.eventWidth() * spec.length();
        graph.addLayer("first", layer(values), new Flatten(spec.eventWidth(), spec.length()), below);
        graph.addLayer("second", layer(spec.hidden()), "first");
        return "second";
    }

    private DenseLayer layer(int inputs) {
        return new DenseLayer.Builder()
                .nIn(inputs)
                .nOut(spec.hidden())
                .weightInit(WeightInit.RELU)
                .activation(Activation.RELU)
                .build();
    }

    @Override
    void exportLayers(ComputationGraph graph, Map<String, float[]> weights) {
        weights.put("first.w", byEvent(Graphs.rowMajor(graph, "first", "W")));
        weights.put("first.b", Graphs.rowMajor(graph, "first", "b"));
        weights.put("second.w", Graphs.rowMajor(graph, "second", "W"));
        weights.put("second.b", Graphs.rowMajor(graph, "second", "b"));
    }

    /** From DL4J's [eventWidth][length][hidden] to the engine's [length][eventWidth][hidden]. */
    private float[] byEvent(float[] byInput) {
        float[] byEvent = new float[byInput.length];
        for (int event = 0; event < spec.length(); event++) {
            for (int input = 0; input < spec.eventWidth(); input++) {
                System.arraycopy(
                        byInput,
                        (input * spec.length() + event) * spec.hidden(),
                        byEvent,
                        (event * spec.eventWidth() + input) * spec.hidden(),
                        spec.hidden());
            }
        }
        return byEvent;
    }
}
