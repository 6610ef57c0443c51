package dev.twinwatch.engine.network;

import dev.twinwatch.engine.features.Inputs;

/** What a network reads of a window event by event: the dense inputs, then the embedding of each category. */
final class EventRows {
    private final EncoderSpec spec;
    private final float[][] embeddings;

    EventRows(EncoderSpec spec, Weights weights) {
        this.spec = spec;
        embeddings = new float[spec.buckets().size()][];
        for (int c = 0; c < embeddings.length; c++) {
            embeddings[c] = weights.get("embedding." + c, spec.buckets().get(c) * spec.embedding());
        }
    }

    /** Writes the events of the window, shape [events][{@link EncoderSpec#eventWidth}]. */
    void read(Inputs window, float[] to) {
        int at = 0;
        for (int i = 0; i < window.events(); i++) {
            for (int d = 0; d < spec.denseInputs(); d++) {
                to[at++] = window.dense(i, d);
            }
            for (int c = 0; c < embeddings.length; c++) {
                int row = window.bucket(i, c) * spec.embedding();
                System.arraycopy(embeddings[c], row, to, at, spec.embedding());
                at += spec.embedding();
            }
        }
    }
}
