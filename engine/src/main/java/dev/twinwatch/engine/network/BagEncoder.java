package dev.twinwatch.engine.network;

import dev.twinwatch.engine.features.Inputs;
import java.util.Arrays;

/**
 * Embeddings of category values, added up by their damped counts, beside one tanh layer over averages and deviations of
 * the dense inputs; then one linear layer and L2 norm 1.
 */
final class BagEncoder implements Encoder {
    private final EncoderSpec spec;
    private final float[][] embeddings;
    private final float[] denseWeights;
    private final float[] denseBias;
    private final float[] outWeights;
    private final float[] outBias;
    private final BagInputs inputs;
    private final float[] joined;
    private final int categoryWidth;

    BagEncoder(EncoderSpec spec, Weights weights) {
        this.spec = spec;
        int categories = spec.buckets().size();
        embeddings = new float[categories][];
        for (int c = 0; c < categories; c++) {
            embeddings[c] = weights.get("embedding." + c, spec.buckets().get(c) * spec.embedding());
        }
        boolean dense = spec.denseInputs() > 0;
        denseWeights = dense ? weights.get("dense.w", 2 * spec.denseInputs() * spec.hidden()) : new float[0];
        denseBias = dense ? weights.get("dense.b", spec.hidden()) : new float[0];
        categoryWidth = categories * spec.embedding();
        joined = new float[categoryWidth + denseBias.length];
        outWeights = weights.get("out.w", joined.length * spec.dimensions());
        outBias = weights.get("out.b", spec.dimensions());
        inputs = new BagInputs(spec.length());
    }

    @Override
    public int dimensions() {
        return spec.dimensions();
    }

    @Override
    public void encode(Inputs window, float[] embedding) {
        Arrays.fill(joined, 0, categoryWidth, 0);
        for (int c = 0; c < embeddings.length; c++) {
            inputs.count(window, c);
            for (int i = 0; i < inputs.values(); i++) {
                int row = inputs.bucket(i) * spec.embedding();
                Rows.addRow(inputs.weight(i), embeddings[c], row, spec.embedding(), joined, c * spec.embedding());
            }
        }
        if (denseBias.length > 0) {
            float[] summary = window.summary();
            System.arraycopy(denseBias, 0, joined, categoryWidth, denseBias.length);
            Rows.addProduct(summary, 0, summary.length, denseWeights, 0, denseBias.length, joined, categoryWidth);
            for (int h = categoryWidth; h < joined.length; h++) {
                joined[h] = tanh(joined[h]);
            }
        }
        System.arraycopy(outBias, 0, embedding, 0, outBias.length);
        Rows.addProduct(joined, 0, joined.length, outWeights, 0, outBias.length, embedding, 0);
        Rows.normalise(embedding);
    }

    /** As Math.tanh to the last digits of a float, in a third of its time: Java 17 has an instruction for exp alone. */
    private static float tanh(float x) {
        return (float) (1 - 2 / (Math.exp(2.0 * x) + 1));
    }
}
