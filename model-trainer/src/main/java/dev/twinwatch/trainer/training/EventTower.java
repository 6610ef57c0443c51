package dev.twinwatch.trainer.training;

import dev.twinwatch.engine.features.Inputs;
import dev.twinwatch.engine.network.EncoderSpec;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;

/** A tower over {@link EventInputs}; the layers above them are what its kinds differ in. */
abstract class EventTower implements Tower {
    final EncoderSpec spec;
    private final EventInputs events;

    EventTower(EncoderSpec spec) {
        this.spec = spec;
        this.events = new EventInputs(spec);
    }

    /** Adds the layers over the events; returns the name of the last one. */
    abstract String addOver(String below, GraphBuilder graph);

    /** Reads the weights of these layers. */
    abstract void exportLayers(ComputationGraph graph, Map<String, float[]> weights);

    @Override
    public final String addTo(GraphBuilder graph) {
        return addOver(events.addTo(graph), graph);
    }

    @Override
    public final int width() {
        return spec.hidden();
    }

    @Override
    public final void begin(int rows) {
        events.begin(rows);
    }

    @Override
    public final void put(int row, Inputs window, double noise, RandomGenerator random) {
        events.put(row, window, noise, random);
    }

    @Override
    public final Feed feed(DataType type) {
        return events.feed(type);
    }

    @Override
    public final void export(ComputationGraph graph, Map<String, float[]> weights) {
        events.export(graph, weights);
        exportLayers(graph, weights);
    }
}
