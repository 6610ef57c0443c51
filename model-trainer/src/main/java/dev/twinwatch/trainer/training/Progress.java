package dev.twinwatch.trainer.training;

import java.util.OptionalDouble;

/** Hears how a training goes on, so that somebody can watch it. */
@FunctionalInterface
public interface Progress {
    /** Nobody watches. */
    Progress SILENT = (iteration, of, loss, validation) -> {};

    /** Called with a sentence about what is done, where that is not plain training. */
    default void note(String sentence) {}

    /**
     * Called at every check of the validation and at the end.
     *
     * @param iteration batches so far
     * @param of most batches
     * @param loss average per batch since the last call, without weight decay
     * @param validation equal error rate on held-out entities, 0 to 1; empty where none are held out
     */
    void at(int iteration, int of, double loss, OptionalDouble validation);
}
