package dev.twinwatch.trainer.calibration;

import dev.twinwatch.trainer.training.EqualErrorRate;
import java.util.ArrayList;
import java.util.List;

/**
 * How a model did in a rehearsal.
 *
 * @param takeovers simulated
 * @param caught of them, by the limit, within the stretch
 * @param honestEvents scored events of undisturbed histories
 * @param falseAlerts opened in them
 * @param honest evidence of undisturbed windows that do not overlap
 * @param taken highest evidence in each takeover in which anything was scored
 */
record Measured(
        int takeovers, int caught, long honestEvents, long falseAlerts, List<Double> honest, List<Double> taken) {
    static final Measured NOTHING = new Measured(0, 0, 0, 0, List.of(), List.of());

    Measured {
        honest = List.copyOf(honest);
        taken = List.copyOf(taken);
    }

    Measured plus(Measured other) {
        return new Measured(
                takeovers + other.takeovers,
                caught + other.caught,
                honestEvents + other.honestEvents,
                falseAlerts + other.falseAlerts,
                joined(honest, other.honest),
                joined(taken, other.taken));
    }

    /** Honest windows against takeovers, 0 to 1; .5 where either is lacking. */
    double equalErrorRate() {
        return EqualErrorRate.ofEvidence(honest, taken);
    }

    private static List<Double> joined(List<Double> one, List<Double> other) {
        List<Double> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    /** Counts up, one trial after the other. */
    static final class Count {
        private final List<Double> honest = new ArrayList<>();
        private final List<Double> taken = new ArrayList<>();
        private int takeovers;
        private int caught;
        private long honestEvents;
        private long falseAlerts;

        void honest(Trial trial, int length) {
            float[] evidence = trial.evidence();
            honestEvents += evidence.length;
            falseAlerts += trial.alerts();
            for (int i = 0; i < evidence.length; i += length) {
                honest.add((double) evidence[i]);
            }
        }

        void takeover(Trial trial, int from, int to) {
            takeovers++;
            caught += trial.firstFlagged(from, to) >= 0 ? 1 : 0;
            double highest = trial.highest(from, to);
            if (highest > Double.NEGATIVE_INFINITY) {
                taken.add(highest);
            }
        }

        Measured all() {
            return new Measured(takeovers, caught, honestEvents, falseAlerts, honest, taken);
        }
    }
}
