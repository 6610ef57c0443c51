package dev.twinwatch.trainer.training;

import dev.twinwatch.engine.bundle.Golden;
import dev.twinwatch.engine.network.Encoder;
import dev.twinwatch.engine.network.EncoderSpec;
import dev.twinwatch.engine.network.Weights;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a training made.
 *
 * @param spec the shape of the network
 * @param weights its best weights
 * @param iterations batches that were trained
 * @param bestIteration batches after which the weights were taken
 * @param validation equal error rate of these weights on held-out entities, 0 to 1; empty where none were held out
 * @param untrained the same before the first batch: what training has to beat
 * @param heldOut indices of the held-out entities (or pairs), which the network never saw
 * @param golden some windows with what DL4J made of them
 */
public record Trained(
        EncoderSpec spec,
        Weights weights,
        int iterations,
        int bestIteration,
        OptionalDouble validation,
        OptionalDouble untrained,
        List<Integer> heldOut,
        Golden golden) {

    public Trained {
        heldOut = List.copyOf(heldOut);
    }

    /** A new encoder of the engine with these weights. */
    public Encoder encoder() {
        return Encoder.of(spec, weights);
    }
}
