package dev.twinwatch.bench.quality.feedback;

import dev.twinwatch.bench.quality.encoder.Trainings;
import dev.twinwatch.bench.quality.encoder.Watches;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.trainer.training.Hyperparameters;

/**
 * Payments among which crews take customers over, and a model of the history before.
 *
 * @param live knows of no fraud
 */
record Crews(CrewPayments payments, Bundle live) {
    /** The same for both protocols, so that one training serves them. */
    static Crews of(Trainings trainings, long seed) {
        CrewPayments payments = new CrewPayments(Watches.layout("card-payments"), seed);
        Bundle live = trainings
                .get(
                        "crews-seed" + seed,
                        payments.layout(),
                        payments.history(),
                        Hyperparameters.defaults().withSeed(seed))
                .bundle();
        return new Crews(payments, live);
    }
}
