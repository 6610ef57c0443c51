package dev.twinwatch.engine.watch;

import java.util.OptionalDouble;

/**
 * How many alerts are wanted, or over which evidence.
 *
 * @param budget alerts of honest traffic
 * @param limit a fixed limit of the evidence (log likelihood ratio, no unit) instead of the budget
 */
public record AlertRule(Budget budget, OptionalDouble limit) {
    /** One alert per ten thousand events: the default. */
    public static final AlertRule DEFAULT = new AlertRule(new Budget(1e-4, Budget.Per.EVENT), OptionalDouble.empty());
}
