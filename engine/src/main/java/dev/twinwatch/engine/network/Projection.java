package dev.twinwatch.engine.network;

/** The end of every network that reads events one by one: a linear layer and L2 norm 1. */
final class Projection {
    private final Rows weights;
    private final float[] bias;

    Projection(EncoderSpec spec, Weights weights) {
        this.weights = weights.rows("out.w", spec.hidden(), spec.dimensions());
        this.bias = weights.get("out.b", spec.dimensions());
    }

    /** From values [hidden] to an embedding [dimensions]. */
    void project(float[] hidden, float[] embedding) {
        System.arraycopy(bias, 0, embedding, 0, bias.length);
        weights.addProduct(hidden, embedding);
        Rows.normalise(embedding);
    }
}
