package dev.twinwatch.engine.network;

import dev.twinwatch.engine.features.Inputs;
import java.util.Arrays;

/**
 * Causal convolutions with ReLU over the window's events, each position seeing only itself and earlier ones, then the
 * average over all events, one linear layer and L2 norm 1. Before the first event of a window stand zeros.
 */
final class TcnEncoder implements Encoder {
    private final EncoderSpec spec;
    private final EventRows events;
    private final float[][] convWeights;
    private final float[][] convBias;
    private final Projection projection;
    private float[] from;
    private float[] to;
    private final float[] pooled;

    TcnEncoder(EncoderSpec spec, Weights weights) {
        this.spec = spec;
        events = new EventRows(spec, weights);
        int layers = spec.dilations().size();
        convWeights = new float[layers][];
        convBias = new float[layers][];
        for (int l = 0; l < layers; l++) {
            convWeights[l] = weights.get("conv." + l + ".w", spec.kernel() * widthInto(l) * spec.hidden());
            convBias[l] = weights.get("conv." + l + ".b", spec.hidden());
        }
        projection = new Projection(spec, weights);
        from = new float[spec.length() * Math.max(spec.eventWidth(), spec.hidden())];
        to = new float[from.length];
        pooled = new float[spec.hidden()];
    }

    private int widthInto(int layer) {
        return layer == 0 ? spec.eventWidth() : spec.hidden();
    }

    @Override
    public int dimensions() {
        return spec.dimensions();
    }

    @Override
    public void encode(Inputs window, float[] embedding) {
        events.read(window, from);
        for (int layer = 0; layer < convWeights.length; layer++) {
            convolve(layer, window.events());
            float[] next = to;
            to = from;
            from = next;
        }
        Arrays.fill(pooled, 0);
        for (int i = 0; i < window.events(); i++) {
            Rows.addRow(1f / window.events(), from, i * spec.hidden(), spec.hidden(), pooled, 0);
        }
        projection.project(pooled, embedding);
    }

    private void convolve(int layer, int count) {
        int width = widthInto(layer);
        int hidden = spec.hidden();
        int dilation = spec.dilations().get(layer);
        for (int i = 0; i < count; i++) {
            int out = i * hidden;
            System.arraycopy(convBias[layer], 0, to, out, hidden);
            for (int tap = 0; tap < spec.kernel(); tap++) {
                int seen = i - (spec.kernel() - 1 - tap) * dilation;
                if (seen >= 0) {
                    Rows.addProduct(
                            from, seen * width, width, convWeights[layer], tap * width * hidden, hidden, to, out);
                }
            }
            Activations.relu(to, out, hidden);
        }
    }
}
