package dev.twinwatch.engine.network;

import dev.twinwatch.engine.features.Inputs;

/**
 * Places one window: the same tower for every window, which is what makes the network Siamese.
 *
 * <p>An encoder owns buffers, so that it allocates nothing per window: one thread at a time.
 */
public interface Encoder {
    /** Makes the encoder of a shape and its weights; throws IllegalArgumentException where they do not fit. */
    static Encoder of(EncoderSpec spec, Weights weights) {
        return switch (spec.kind()) {
            case BAG -> new BagEncoder(spec, weights);
            case TCN -> new TcnEncoder(spec, weights);
            case LSTM -> new LstmEncoder(spec, weights);
            case MLP -> new MlpEncoder(spec, weights);
            case SET -> new SetEncoder(spec, weights);
        };
    }

    /** Values of an embedding. */
    int dimensions();

    /** Writes the embedding of a window of at least one event, L2 norm 1 (0 for a window that is all zero). */
    void encode(Inputs window, float[] embedding);
}
