package dev.twinwatch.engine.network;

import dev.twinwatch.engine.features.Inputs;

/**
 * Two layers with ReLU over the events of a window side by side, each position with weights of its own, then one linear
 * layer and L2 norm 1. After the last event of a window stand zeros.
 */
final class MlpEncoder implements Encoder {
    private final EncoderSpec spec;
    private final EventRows events;
    private final Rows firstWeights;
    private final float[] firstBias;
    private final Rows secondWeights;
    private final float[] secondBias;
    private final Projection projection;
    private final float[][] rows;
    private final float[] first;
    private final float[] second;

    MlpEncoder(EncoderSpec spec, Weights weights) {
        this.spec = spec;
        events = new EventRows(spec, weights);
        int hidden = spec.hidden();
        firstWeights = weights.rows("first.w", spec.length() * spec.eventWidth(), hidden);
        firstBias = weights.get("first.b", hidden);
        secondWeights = weights.rows("second.w", hidden, hidden);
        secondBias = weights.get("second.b", hidden);
        projection = new Projection(spec, weights);
        rows = events.room();
        first = new float[hidden];
        second = new float[hidden];
    }

    @Override
    public int dimensions() {
        return spec.dimensions();
    }

    @Override
    public void encode(Inputs window, float[] embedding) {
        events.read(window, rows);
        System.arraycopy(firstBias, 0, first, 0, first.length);
        int width = spec.eventWidth();
        // positions without an event are zero, and zeros add nothing
        for (int i = 0; i < window.events(); i++) {
            firstWeights.addProduct(rows[i], 0, i * width, width, first);
        }
        Activations.relu(first, 0, first.length);
        System.arraycopy(secondBias, 0, second, 0, second.length);
        secondWeights.addProduct(first, second);
        Activations.relu(second, 0, second.length);
        projection.project(second, embedding);
    }
}
