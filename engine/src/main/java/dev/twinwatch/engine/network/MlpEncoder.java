package dev.twinwatch.engine.network;

import dev.twinwatch.engine.features.Inputs;

/**
 * Two layers with ReLU over the events of a window side by side, each position with weights of its own, then one linear
 * layer and L2 norm 1. After the last event of a window stand zeros.
 */
final class MlpEncoder implements Encoder {
    private final EncoderSpec spec;
    private final EventRows events;
    private final float[] firstWeights;
    private final float[] firstBias;
    private final float[] secondWeights;
    private final float[] secondBias;
    private final Projection projection;
    private final float[] rows;
    private final float[] first;
    private final float[] second;

    MlpEncoder(EncoderSpec spec, Weights weights) {
        this.spec = spec;
        events = new EventRows(spec, weights);
        int hidden = spec.hidden();
        firstWeights = weights.get("first.w", spec.length() * spec.eventWidth() * hidden);
        firstBias = weights.get("first.b", hidden);
        secondWeights = weights.get("second.w", hidden * hidden);
        secondBias = weights.get("second.b", hidden);
        projection = new Projection(spec, weights);
        rows = new float[spec.length() * spec.eventWidth()];
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
        // rows of an earlier, longer window stay unread behind the last event: zeros add nothing
        layer(rows, window.events() * spec.eventWidth(), firstWeights, firstBias, first);
        layer(first, first.length, secondWeights, secondBias, second);
        projection.project(second, embedding);
    }

    private static void layer(float[] from, int values, float[] weights, float[] bias, float[] to) {
        System.arraycopy(bias, 0, to, 0, to.length);
        Rows.addProduct(from, 0, values, weights, 0, to.length, to, 0);
        Activations.relu(to, 0, to.length);
    }
}
