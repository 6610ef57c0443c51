package dev.twinwatch.engine.network;

import dev.twinwatch.engine.features.Inputs;
import java.util.Arrays;

/**
 * Embeddings of category values, added up by their damped counts, beside one tanh layer over averages and deviations of
 * the dense inputs; then one linear layer and L2 norm 1.
 */
final class BagEncoder implements Encoder {
    private final EncoderSpec spec;
    /** The embeddings of each category, taken through their part of the last layer once instead of for each window. */
    private final float[][] placedValues;

    private final float[] denseWeights;
    private final float[] denseBias;
    private final float[] hiddenToOut;
    private final float[] outBias;
    private final BagInputs inputs;
    private final float[] hidden;

    BagEncoder(EncoderSpec spec, Weights weights) {
        this.spec = spec;
        int categories = spec.buckets().size();
        boolean dense = spec.denseInputs() > 0;
        denseWeights = dense ? weights.get("dense.w", 2 * spec.denseInputs() * spec.hidden()) : new float[0];
        denseBias = dense ? weights.get("dense.b", spec.hidden()) : new float[0];
        hidden = new float[denseBias.length];
        int categoryWidth = categories * spec.embedding();
        float[] out = weights.get("out.w", (categoryWidth + hidden.length) * spec.dimensions());
        placedValues = new float[categories][];
        for (int c = 0; c < categories; c++) {
            int buckets = spec.buckets().get(c);
            float[] embeddings = weights.get("embedding." + c, buckets * spec.embedding());
            placedValues[c] = new float[buckets * spec.dimensions()];
            for (int bucket = 0; bucket < buckets; bucket++) {
                Rows.addProduct(
                        embeddings,
                        bucket * spec.embedding(),
                        spec.embedding(),
                        out,
                        c * spec.embedding() * spec.dimensions(),
                        spec.dimensions(),
                        placedValues[c],
                        bucket * spec.dimensions());
            }
        }
        hiddenToOut = Arrays.copyOfRange(out, categoryWidth * spec.dimensions(), out.length);
        outBias = weights.get("out.b", spec.dimensions());
        inputs = new BagInputs(spec.length());
    }

    @Override
    public int dimensions() {
        return spec.dimensions();
    }

    @Override
    public void encode(Inputs window, float[] embedding) {
        System.arraycopy(outBias, 0, embedding, 0, outBias.length);
        for (int c = 0; c < placedValues.length; c++) {
            inputs.count(window, c);
            for (int i = 0; i < inputs.values(); i++) {
                int row = inputs.bucket(i) * spec.dimensions();
                Rows.addRow(inputs.weight(i), placedValues[c], row, spec.dimensions(), embedding, 0);
            }
        }
        if (hidden.length > 0) {
            float[] summary = window.summary();
            System.arraycopy(denseBias, 0, hidden, 0, hidden.length);
            Rows.addProduct(summary, 0, summary.length, denseWeights, 0, hidden.length, hidden, 0);
            Activations.tanh(hidden, 0, hidden.length);
            Rows.addProduct(hidden, 0, hidden.length, hiddenToOut, 0, outBias.length, embedding, 0);
        }
        Rows.normalise(embedding);
    }
}
