package dev.twinwatch.engine.watch;

import java.util.OptionalDouble;

/**
 * How many alerts are wanted, or over which evidence.
 *
 * @param budget alerts of honest traffic
 * @param limit a fixed limit of the evidence (log likelihood ratio, no unit) instead of the budget
 * @param amount the field that says what is at stake in an event; empty: all events count alike
 */
public record AlertRule(Budget budget, OptionalDouble limit, String amount) {
    /** One alert per ten thousand events: the default. */
    public static final AlertRule DEFAULT = new AlertRule(new Budget(1e-4, Budget.Per.EVENT), OptionalDouble.empty());

    /** All events count alike. */
    public AlertRule(Budget budget, OptionalDouble limit) {
        this(budget, limit, "");
    }
}
