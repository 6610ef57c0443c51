package dev.twinwatch.engine.detection;

import dev.twinwatch.engine.evidence.LimitCurve;
import java.util.OptionalDouble;

/**
 * Which limit keeps the budget, by what was raised under the limit in force. A budget is a target and no gate: the limit stays so
 * near to the trained one that whatever is {@link dev.twinwatch.engine.alert.Severity#MEDIUM} by that one raises an alert.
 *
 * @param perEvent alerts per scored event that are wanted, over 0
 * @param trained the limit that training found (log likelihood ratio, no unit)
 * @param curve limits of honest traffic, for the shape of its tail
 */
public record LimitRule(double perEvent, double trained, LimitCurve curve) {
    /** Furthest from the trained limit, either way: from 2 over it on an alert is MEDIUM. */
    static final double FURTHEST = 2;

    private static final double LARGEST_STEP = 1;
    /** With fewer alerts, wanted as well as raised, it is too early to say. */
    private static final double ENOUGH = 20;
    /** A budget that is kept within this factor is kept. */
    private static final double TOLERANCE = 1.25;

    /** The limit by which so many events should raise as many alerts as the budget has; empty where it stays as it is. */
    public OptionalDouble next(double inForce, long scored, long alerts) {
        double opened = (double) alerts;
        double wanted = perEvent * (double) scored;
        if (Math.max(wanted, opened) < ENOUGH || isKept(wanted, opened)) {
            return OptionalDouble.empty();
        }
        // the curve is right in its shape and off by a factor, which is what was raised at this limit beside what was
        // wanted
        double wished = curve.passedBy(inForce, wanted / opened);
        double step = between(inForce - LARGEST_STEP, wished, inForce + LARGEST_STEP);
        // evidence of newcomers is drawn towards 0, so that a limit under it would flag them all
        double least = trained < 0 ? trained - FURTHEST : Math.max(0, trained - FURTHEST);
        double lowest = Math.min(trained, Math.max(least, curve.smallest()));
        // what has exactly the evidence from which it is MEDIUM must be over the limit
        double next = between(lowest, step, Math.nextDown(trained + FURTHEST));
        return next == inForce ? OptionalDouble.empty() : OptionalDouble.of(next);
    }

    private static boolean isKept(double wanted, double opened) {
        boolean near = opened <= TOLERANCE * wanted && wanted <= TOLERANCE * opened;
        boolean byChance = Math.abs(opened - wanted) <= 2 * Math.sqrt(Math.max(opened, wanted));
        return near || byChance;
    }

    private static double between(double least, double value, double most) {
        return Math.max(least, Math.min(most, value));
    }
}
