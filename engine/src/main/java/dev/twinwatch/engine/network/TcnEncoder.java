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
    private final Rows[] convWeights;
    private final float[][] convBias;
    private final Projection projection;
    private final float[][] rows;
    private final float[][] evenLayers;
    private final float[][] oddLayers;
    private final float[] pooled;

    TcnEncoder(EncoderSpec spec, Weights weights) {
        this.spec = spec;
        events = new EventRows(spec, weights);
        int layers = spec.dilations().size();
        convWeights = new Rows[layers];
        convBias = new float[layers][];
        for (int l = 0; l < layers; l++) {
            convWeights[l] = weights.rows("conv." + l + ".w", spec.kernel() * widthInto(l), spec.hidden());
            convBias[l] = weights.get("conv." + l + ".b", spec.hidden());
        }
        projection = new Projection(spec, weights);
        rows = events.room();
        evenLayers = new float[spec.length()][spec.hidden()];
        oddLayers = new float[spec.length()][spec.hidden()];
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
        events.read(window, rows);
        float[][] from = rows;
        for (int layer = 0; layer < convWeights.length; layer++) {
            float[][] to = layer % 2 == 0 ? evenLayers : oddLayers;
            convolve(layer, window.events(), from, to);
            from = to;
        }
        Arrays.fill(pooled, 0);
        for (int i = 0; i < window.events(); i++) {
            Rows.addScaled(1f / window.events(), from[i], pooled);
        }
        projection.project(pooled, embedding);
    }

    private void convolve(int layer, int count, float[][] from, float[][] to) {
        int width = widthInto(layer);
        int dilation = spec.dilations().get(layer);
        for (int i = 0; i < count; i++) {
            System.arraycopy(convBias[layer], 0, to[i], 0, spec.hidden());
            for (int tap = 0; tap < spec.kernel(); tap++) {
                int seen = i - (spec.kernel() - 1 - tap) * dilation;
                if (seen >= 0) {
                    convWeights[layer].addProduct(from[seen], 0, tap * width, width, to[i]);
                }
            }
            Activations.relu(to[i], 0, spec.hidden());
        }
    }
}
