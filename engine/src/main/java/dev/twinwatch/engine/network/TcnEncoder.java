package dev.twinwatch.engine.network;

import dev.twinwatch.engine.features.Inputs;
import java.util.Arrays;

/**
 * Causal convolutions with ReLU over the window's events, each position seeing only itself and earlier ones, then the
 * average over all events, one linear layer and L2 norm 1. Before the first event of a window stand zeros.
 */
final class TcnEncoder implements Encoder {
    private final EncoderSpec spec;
    private final float[][] embeddings;
    private final float[][] convWeights;
    private final float[][] convBias;
    private final float[] outWeights;
    private final float[] outBias;
    private final int firstWidth;
    private float[] from;
    private float[] to;
    private final float[] pooled;

    TcnEncoder(EncoderSpec spec, Weights weights) {
        this.spec = spec;
        embeddings = new float[spec.buckets().size()][];
        for (int c = 0; c < embeddings.length; c++) {
            embeddings[c] = weights.get("embedding." + c, spec.buckets().get(c) * spec.embedding());
        }
        firstWidth = spec.denseInputs() + embeddings.length * spec.embedding();
        int layers = spec.dilations().size();
        convWeights = new float[layers][];
        convBias = new float[layers][];
        for (int l = 0; l < layers; l++) {
            convWeights[l] = weights.get("conv." + l + ".w", spec.kernel() * widthInto(l) * spec.hidden());
            convBias[l] = weights.get("conv." + l + ".b", spec.hidden());
        }
        outWeights = weights.get("out.w", spec.hidden() * spec.dimensions());
        outBias = weights.get("out.b", spec.dimensions());
        from = new float[spec.length() * Math.max(firstWidth, spec.hidden())];
        to = new float[from.length];
        pooled = new float[spec.hidden()];
    }

    private int widthInto(int layer) {
        return layer == 0 ? firstWidth : spec.hidden();
    }

    @Override
    public int dimensions() {
        return spec.dimensions();
    }

    @Override
    public void encode(Inputs window, float[] embedding) {
        int events = window.events();
        read(window, events);
        for (int layer = 0; layer < convWeights.length; layer++) {
            convolve(layer, events);
            float[] next = to;
            to = from;
            from = next;
        }
        Arrays.fill(pooled, 0);
        for (int i = 0; i < events; i++) {
            Rows.addRow(1f / events, from, i * spec.hidden(), spec.hidden(), pooled, 0);
        }
        System.arraycopy(outBias, 0, embedding, 0, outBias.length);
        Rows.addProduct(pooled, 0, pooled.length, outWeights, 0, outBias.length, embedding, 0);
        Rows.normalise(embedding);
    }

    private void read(Inputs window, int events) {
        for (int i = 0; i < events; i++) {
            int at = i * firstWidth;
            for (int d = 0; d < spec.denseInputs(); d++) {
                from[at++] = window.dense(i, d);
            }
            for (int c = 0; c < embeddings.length; c++) {
                int row = window.bucket(i, c) * spec.embedding();
                System.arraycopy(embeddings[c], row, from, at, spec.embedding());
                at += spec.embedding();
            }
        }
    }

    private void convolve(int layer, int events) {
        int width = widthInto(layer);
        int hidden = spec.hidden();
        int dilation = spec.dilations().get(layer);
        for (int i = 0; i < events; i++) {
            int out = i * hidden;
            System.arraycopy(convBias[layer], 0, to, out, hidden);
            for (int tap = 0; tap < spec.kernel(); tap++) {
                int seen = i - (spec.kernel() - 1 - tap) * dilation;
                if (seen >= 0) {
                    Rows.addProduct(
                            from, seen * width, width, convWeights[layer], tap * width * hidden, hidden, to, out);
                }
            }
            for (int j = out; j < out + hidden; j++) {
                to[j] = Math.max(0, to[j]);
            }
        }
    }
}
