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
    private final Rows[] placedValues;

    private final Rows denseWeights;
    private final float[] denseBias;
    private final Rows hiddenToOut;
    private final float[] outBias;
    private final BagInputs inputs;
    private final float[] hidden;

    BagEncoder(EncoderSpec spec, Weights weights) {
        this.spec = spec;
        int categories = spec.buckets().size();
        int denseWidth = spec.denseInputs() > 0 ? spec.hidden() : 0;
        denseWeights = denseWidth == 0 ? Rows.zeros(0, 0) : weights.rows("dense.w", 2 * spec.denseInputs(), denseWidth);
        denseBias = denseWidth == 0 ? new float[0] : weights.get("dense.b", denseWidth);
        hidden = new float[denseWidth];
        int categoryWidth = categories * spec.embedding();
        float[] out = weights.get("out.w", (categoryWidth + denseWidth) * spec.dimensions());
        Rows categoryToOut = Rows.of(out, categoryWidth, spec.dimensions());
        placedValues = new Rows[categories];
        for (int c = 0; c < categories; c++) {
            int buckets = spec.buckets().get(c);
            Rows embeddings = weights.rows("embedding." + c, buckets, spec.embedding());
            placedValues[c] = Rows.zeros(buckets, spec.dimensions());
            for (int bucket = 0; bucket < buckets; bucket++) {
                categoryToOut.addProduct(
                        embeddings.row(bucket), 0, c * spec.embedding(), spec.embedding(), placedValues[c].row(bucket));
            }
        }
        float[] last = Arrays.copyOfRange(out, categoryWidth * spec.dimensions(), out.length);
        hiddenToOut = Rows.of(last, denseWidth, spec.dimensions());
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
                Rows.addScaled(inputs.weight(i), placedValues[c].row(inputs.bucket(i)), embedding);
            }
        }
        if (hidden.length > 0) {
            float[] summary = window.summary();
            System.arraycopy(denseBias, 0, hidden, 0, hidden.length);
            denseWeights.addProduct(summary, hidden);
            Activations.tanh(hidden, 0, hidden.length);
            hiddenToOut.addProduct(hidden, embedding);
        }
        Rows.normalise(embedding);
    }
}
