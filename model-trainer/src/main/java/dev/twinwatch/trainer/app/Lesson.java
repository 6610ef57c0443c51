package dev.twinwatch.trainer.app;

import dev.twinwatch.engine.network.EncoderSpec;
import dev.twinwatch.trainer.history.EntityHistory;
import dev.twinwatch.trainer.training.Trained;
import dev.twinwatch.trainer.training.Trainer;
import java.util.List;
import java.util.Optional;

/**
 * What an encoder learns from.
 *
 * @param first of those who train, until it is best on some that are left out
 * @param last of everybody, where the first one showed for how long; empty where there is no such lesson
 */
record Lesson(First first, Optional<Last> last) {
    /** By those who train. */
    @FunctionalInterface
    interface First {
        Trained teach(Trainer trainer, EncoderSpec spec, List<EntityHistory> people);
    }

    /** By everybody, in so many batches. */
    @FunctionalInterface
    interface Last {
        Trained teach(Trainer trainer, EncoderSpec spec, List<EntityHistory> people, int batches);
    }
}
