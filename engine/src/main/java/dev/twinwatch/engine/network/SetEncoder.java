package dev.twinwatch.engine.network;

import dev.twinwatch.engine.features.Inputs;

/**
 * A learned place for each value and each pair of neighbours, added up over those that occur, and L2 norm 1. One layer alone: a
 * second one learns the entities of the training by heart.
 */
final class SetEncoder implements Encoder {
    private final int dimensions;
    private final Rows places;
    private final float[] bias;
    private final SetInputs inputs;

    SetEncoder(EncoderSpec spec, Weights weights) {
        dimensions = spec.dimensions();
        places = weights.rows("out.w", SetInputs.rows(spec.buckets()), dimensions);
        bias = weights.get("out.b", dimensions);
        inputs = new SetInputs(spec.length(), spec.buckets());
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    @Override
    public void encode(Inputs window, float[] embedding) {
        System.arraycopy(bias, 0, embedding, 0, dimensions);
        inputs.read(window);
        for (int i = 0; i < inputs.count(); i++) {
            Rows.addScaled(inputs.weight(i), places.row(inputs.row(i)), embedding);
        }
        Rows.normalise(embedding);
    }
}
