package dev.twinwatch.engine.watch;

import java.util.OptionalDouble;

/**
 * How many alerts are wanted, or over which evidence.
 *
 * @param perEvent budget: alerts per event of honest traffic, over 0, below 1
 * @param limit a fixed limit of the evidence (log likelihood ratio, no unit) instead of the budget
 */
public record AlertRule(double perEvent, OptionalDouble limit) {
    /** One alert per ten thousand events: the default. */
    public static final AlertRule DEFAULT = new AlertRule(1e-4, OptionalDouble.empty());
}
