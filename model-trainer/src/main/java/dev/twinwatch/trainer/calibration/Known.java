package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.trainer.history.EntityHistory;
import dev.twinwatch.trainer.history.EntityRows;
import java.util.Optional;

/**
 * An entity that taught the encoder with what is older of its history. What is newer shows how such an entity looks later, as
 * most entities of a service will: an encoder places those that it knows more closely than others, but not as closely as the
 * windows that it was taught with.
 *
 * @param history all of it
 * @param taught the oldest events, which the encoder saw
 */
public record Known(EntityHistory history, int taught) {
    private static final double NEWER = 0.2;
    private static final int MOST_WINDOWS = 60;
    /** Of fewer, each is needed for learning. */
    private static final int LEAST_WINDOWS = 20;

    /** Keeps back the newest fifth, at most {@value #MOST_WINDOWS} windows; nobody where the history is short. */
    public static Optional<Known> of(Layout layout, EntityHistory history) {
        int length = layout.watch().sequence().length();
        EntityRows rows = history.rows(layout);
        if (rows.lastRows(length).length < LEAST_WINDOWS) {
            return Optional.empty();
        }
        int newer = (int) Math.min((long) MOST_WINDOWS * length, Math.round(NEWER * history.size()));
        int cut = history.size() - newer;
        // A sequence that ends by itself is kept back as a whole.
        int taught = layout.watch().sequence().ends() ? rows.startOfSequence(cut) : cut;
        return taught == 0 ? Optional.empty() : Optional.of(new Known(history, taught));
    }

    /** What teaches. */
    public EntityHistory older() {
        return history.first(taught);
    }
}
