package dev.twinwatch.engine.network;

import dev.twinwatch.engine.features.Inputs;
import java.util.Arrays;

/**
 * A recurrent network over the window's events, its states averaged over all events, then one linear layer and L2 norm 1.
 *
 * <p>It starts from 0 with every window: its state is part of no decision. So an event costs a whole window.
 */
final class LstmEncoder implements Encoder {
    private final EncoderSpec spec;
    private final EventRows events;
    private final Rows inputWeights;
    private final Rows recurrentWeights;
    private final float[] bias;
    private final Projection projection;
    private final float[][] rows;
    private final float[] gates;
    private final float[] state;
    private final float[] cell;
    private final float[] pooled;

    LstmEncoder(EncoderSpec spec, Weights weights) {
        this.spec = spec;
        events = new EventRows(spec, weights);
        int hidden = spec.hidden();
        inputWeights = weights.rows("lstm.w", spec.eventWidth(), 4 * hidden);
        recurrentWeights = weights.rows("lstm.r", hidden, 4 * hidden);
        bias = weights.get("lstm.b", 4 * hidden);
        projection = new Projection(spec, weights);
        rows = events.room();
        gates = new float[4 * hidden];
        state = new float[hidden];
        cell = new float[hidden];
        pooled = new float[hidden];
    }

    @Override
    public int dimensions() {
        return spec.dimensions();
    }

    @Override
    public void encode(Inputs window, float[] embedding) {
        events.read(window, rows);
        Arrays.fill(state, 0);
        Arrays.fill(cell, 0);
        Arrays.fill(pooled, 0);
        for (int i = 0; i < window.events(); i++) {
            step(rows[i]);
            Rows.addScaled(1f / window.events(), state, pooled);
        }
        projection.project(pooled, embedding);
    }

    /** One event; the gates are, in this order, new content, forget, output and input. */
    private void step(float[] event) {
        int hidden = state.length;
        System.arraycopy(bias, 0, gates, 0, gates.length);
        inputWeights.addProduct(event, gates);
        recurrentWeights.addProduct(state, gates);
        Activations.tanh(gates, 0, hidden);
        Activations.sigmoid(gates, hidden, 3 * hidden);
        for (int j = 0; j < hidden; j++) {
            cell[j] = gates[hidden + j] * cell[j] + gates[3 * hidden + j] * gates[j];
            state[j] = cell[j];
        }
        Activations.tanh(state, 0, hidden);
        for (int j = 0; j < hidden; j++) {
            state[j] *= gates[2 * hidden + j];
        }
    }
}
