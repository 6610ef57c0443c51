package dev.twinwatch.trainer.retraining;

import java.util.Locale;
import java.util.Optional;

/**
 * What a candidate must not be worse at than the live model.
 *
 * @param mostRecallLost by which share of takeovers, labelled or simulated, it may catch fewer, 0 to 1
 * @param mostFalseAlerts how many times the alerts that are false by the labels it may raise, of those of the live model or of
 *     the budget, whichever are more
 */
public record Gates(double mostRecallLost, double mostFalseAlerts) {
    /** So few can be chance, whatever the live model raised. */
    private static final int NEVER_TOO_MANY = 5;
    /** Whatever they are worth, somebody has to look at them. */
    private static final int MOST_TIMES_THE_ALERTS = 2;

    public Gates {
        if (!(mostRecallLost >= 0 && mostRecallLost <= 1)) {
            throw new IllegalArgumentException(
                    "gates.most-recall-lost is " + mostRecallLost + ", expected 0 to 1: write for example 0.05");
        }
        if (!(mostFalseAlerts >= 0 && mostFalseAlerts <= 1000)) {
            throw new IllegalArgumentException(
                    "gates.most-false-alerts is " + mostFalseAlerts + ", expected 0 to 1000: write for example 1.5");
        }
    }

    /** Why the candidate is not released, with the figures and the gate; empty where it passes. */
    public Optional<String> refusal(Figures candidate, Figures live) {
        return recallLost("labelled", candidate.labelled(), live.labelled())
                .or(() -> recallLost("simulated", candidate.simulated(), live.simulated()))
                .or(() -> tooManyFalse(candidate, live))
                .or(() -> tooMany(candidate, live));
    }

    private Optional<String> recallLost(String which, Figures.Caught candidate, Figures.Caught live) {
        double lost = live.caught() - candidate.caught();
        return lost <= mostRecallLost * live.takeovers()
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "of %.0f %s takeovers it catches %.0f, the live model %.0f: retraining.gates.most-recall-lost is %s",
                        live.takeovers(),
                        which,
                        candidate.caught(),
                        live.caught(),
                        mostRecallLost));
    }

    private Optional<String> tooManyFalse(Figures candidate, Figures live) {
        double allowed =
                Math.max(NEVER_TOO_MANY, mostFalseAlerts * Math.max(live.likelyFalse(), candidate.alertsByBudget()));
        return candidate.likelyFalse() <= allowed
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "of %d alerts that no label calls fraud %.1f are false by what labels say of others, of the live model's"
                                + " %.1f, the budget allows %.1f: retraining.gates.most-false-alerts is %s",
                        candidate.falseAlerts(),
                        candidate.likelyFalse(),
                        live.likelyFalse(),
                        candidate.alertsByBudget(),
                        mostFalseAlerts));
    }

    private static Optional<String> tooMany(Figures candidate, Figures live) {
        double allowed = Math.max(
                NEVER_TOO_MANY, MOST_TIMES_THE_ALERTS * Math.max((double) live.alerts(), candidate.alertsByBudget()));
        return candidate.alerts() <= allowed
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "it raises %d alerts, the live model %d: more than %d times as many are more than people can look at",
                        candidate.alerts(),
                        live.alerts(),
                        MOST_TIMES_THE_ALERTS));
    }
}
