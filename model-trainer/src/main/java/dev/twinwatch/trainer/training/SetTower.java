package dev.twinwatch.trainer.training;

import dev.twinwatch.engine.features.Inputs;
import dev.twinwatch.engine.network.EncoderSpec;
import dev.twinwatch.engine.network.SetInputs;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitDistribution;
import org.nd4j.linalg.api.buffer.DataType;

/** The set as the input of the last layer: a matrix [rows][values and pairs] of what each of them counts for. */
final class SetTower implements Tower {
    private final EncoderSpec spec;
    private final SetInputs inputs;
    private final int width;
    private float[] occurring = {};
    private int rows;

    SetTower(EncoderSpec spec) {
        this.spec = spec;
        this.inputs = new SetInputs(spec.length(), spec.buckets());
        this.width = SetInputs.rows(spec.buckets());
    }

    @Override
    public String addTo(GraphBuilder graph) {
        graph.addInputs("set");
        return "set";
    }

    @Override
    public int width() {
        return width;
    }

    /** The last layer is a table here, of rows of about norm 1. */
    @Override
    public IWeightInit lastInit() {
        return new WeightInitDistribution(new NormalDistribution(0, 1 / Math.sqrt(spec.dimensions())));
    }

    @Override
    public void begin(int batchRows) {
        rows = batchRows;
        occurring = Tower.cleared(occurring, rows * width);
    }

    @Override
    public void put(int row, Inputs window, double noise, RandomGenerator random) {
        inputs.read(window);
        for (int i = 0; i < inputs.count(); i++) {
            occurring[row * width + inputs.row(i)] = inputs.weight(i);
        }
    }

    @Override
    public Feed feed(DataType type) {
        Feed feed = new Feed(type);
        feed.add(occurring, rows, width);
        return feed;
    }

    /** Nothing: the last layer is all there is. */
    @Override
    public void export(ComputationGraph graph, Map<String, float[]> weights) {}
}
