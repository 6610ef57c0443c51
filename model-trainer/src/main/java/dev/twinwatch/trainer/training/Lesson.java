package dev.twinwatch.trainer.training;

import dev.twinwatch.engine.features.Window;
import java.util.List;

/** Where batches come from, and what training is measured by. */
interface Lesson {
    /** The batch of one iteration, counted from 0; it depends on nothing but the seed and this number. */
    Batch batch(int iteration);

    /** Windows that are embedded to measure; empty: nothing is held out. */
    List<Window> validation();

    /** Equal error rate of the embeddings of the validation windows, 0 to 1. */
    double error(float[][] embeddings);

    /** Indices of the held-out entities or pairs. */
    List<Integer> heldOut();
}
