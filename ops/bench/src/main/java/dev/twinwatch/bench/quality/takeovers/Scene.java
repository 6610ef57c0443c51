package dev.twinwatch.bench.quality.takeovers;

import dev.twinwatch.sandbox.simulator.Payment;
import java.util.List;

/**
 * Payments of one customer.
 *
 * @param history that is vouched for
 * @param live what comes after it
 * @param from the first of the live payments that somebody else made; as many as there are where nobody did
 * @param to the first one after these
 */
record Scene(List<Payment> history, List<Payment> live, int from, int to) {
    Scene {
        history = List.copyOf(history);
        live = List.copyOf(live);
    }

    boolean isTakenOver() {
        return from < live.size();
    }
}
