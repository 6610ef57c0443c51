package dev.twinwatch.stream.control;

import dev.twinwatch.engine.bundle.Provenance;
import java.util.Map;
import java.util.Optional;

/**
 * How a model did on what training held back, as its provenance says.
 *
 * @param caught takeovers for which an alert opened
 * @param takeovers all of them, at least 1
 * @param falseAlerts at honest events
 * @param honestEvents all of them, at least 1
 */
record Holdout(double caught, double takeovers, double falseAlerts, double honestEvents) {
    /** Empty where the figures are missing, count nothing, or are of entities that training saw. */
    static Optional<Holdout> of(Provenance provenance) {
        Map<String, Double> figures = provenance.holdout();
        Holdout found = new Holdout(
                figures.getOrDefault("caught", Double.NaN),
                figures.getOrDefault("takeovers", Double.NaN),
                figures.getOrDefault("falseAlerts", Double.NaN),
                figures.getOrDefault("honestEvents", Double.NaN));
        boolean counted =
                found.caught >= 0 && found.takeovers >= 1 && found.falseAlerts >= 0 && found.honestEvents >= 1;
        return counted && figures.getOrDefault("inSample", 0.0) == 0 ? Optional.of(found) : Optional.empty();
    }

    /** Share of the takeovers that were caught, 0 to 1. */
    double recall() {
        return caught / takeovers;
    }

    /**
     * As many false alerts as a model with so many times its rate raises in some honest events, and one in any case: a shorter history
     * must not make one alert, or none, too many. None of its own count as one, since the next event could have been one.
     */
    double falseAlertsIn(double events, double times) {
        return Math.max(1, times * Math.max(1, falseAlerts) * events / honestEvents);
    }
}
