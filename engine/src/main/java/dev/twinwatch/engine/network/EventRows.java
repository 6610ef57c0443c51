package dev.twinwatch.engine.network;

import dev.twinwatch.engine.features.Inputs;

/** What a network reads of a window event by event: the dense inputs, then the embedding of each category. */
final class EventRows {
    private final EncoderSpec spec;
    private final Rows[] embeddings;

    EventRows(EncoderSpec spec, Weights weights) {
        this.spec = spec;
        embeddings = new Rows[spec.buckets().size()];
        for (int c = 0; c < embeddings.length; c++) {
            embeddings[c] = weights.rows("embedding." + c, spec.buckets().get(c), spec.embedding());
        }
    }

    /** Room for the events of a window, shape [length][{@link EncoderSpec#eventWidth}]. */
    float[][] room() {
        return new float[spec.length()][spec.eventWidth()];
    }

    /** Writes the events of the window; what stands behind them is not touched. */
    void read(Inputs window, float[][] to) {
        for (int i = 0; i < window.events(); i++) {
            int at = spec.denseInputs();
            for (int d = 0; d < at; d++) {
                to[i][d] = window.dense(i, d);
            }
            for (int c = 0; c < embeddings.length; c++) {
                System.arraycopy(embeddings[c].row(window.bucket(i, c)), 0, to[i], at, spec.embedding());
                at += spec.embedding();
            }
        }
    }
}
