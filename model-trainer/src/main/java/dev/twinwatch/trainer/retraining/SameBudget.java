package dev.twinwatch.trainer.retraining;

import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.BundleFile;
import java.io.IOException;
import java.util.function.ToLongFunction;

/**
 * Lowers the limits of a candidate until it raises as many alerts as the live model on the same events: in what it takes for honest
 * there are frauds that nobody labelled, of which it finds more, so that a limit for honest events would be over all of them.
 */
final class SameBudget {
    private static final int HALVINGS = 4;
    /** The furthest that is looked: evidence is a log likelihood ratio, no unit. */
    private static final double MOST = 16;
    /** Under this, an event is hardly unlike the entity. */
    private static final double LEAST_LIMIT = 0.5;

    private final ToLongFunction<Bundle> alerts;

    /** With what counts the alerts of a bundle. */
    SameBudget(ToLongFunction<Bundle> alerts) {
        this.alerts = alerts;
    }

    /** By how much, 0 or more, so that there are no more than these; a limit that the watch gives stays. */
    double lowering(Bundle candidate, long most) throws IOException {
        double room = Math.min(MOST, candidate.model().limit() - LEAST_LIMIT);
        if (candidate.rule().limit().isPresent() || room <= 0 || alerts.applyAsLong(candidate) >= most) {
            return 0;
        }
        double fine = 0;
        double tooMuch = room;
        if (alertsLoweredBy(candidate, room) <= most) {
            return room;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (fine + tooMuch) / 2;
            if (alertsLoweredBy(candidate, middle) <= most) {
                fine = middle;
            } else {
                tooMuch = middle;
            }
        }
        return fine;
    }

    private long alertsLoweredBy(Bundle candidate, double much) throws IOException {
        return alerts.applyAsLong(BundleFile.read(candidate.loweredBy(much)));
    }
}
