package dev.twinwatch.engine.bundle;

import dev.twinwatch.engine.evidence.LimitCurve;
import dev.twinwatch.engine.watch.AlertRule;
import dev.twinwatch.engine.watch.Rates;
import java.util.Optional;

/**
 * What a bundle knows about the number of alerts: enough to find the limit of another budget without training.
 *
 * @param curve limits of honest traffic
 * @param rates of the history; empty where it has no calendar or was too short
 */
public record Alerting(LimitCurve curve, Optional<Rates> rates) {
    /** Of bundles of earlier formats. */
    public static final Alerting UNKNOWN = new Alerting(LimitCurve.UNKNOWN, Optional.empty());

    /** The limit by a rule; throws IllegalArgumentException with the reason where the bundle does not know it. */
    public double limit(AlertRule rule) {
        return rule.limit().isPresent()
                ? rule.limit().getAsDouble()
                : curve.limit(rule.budget().perEvent(rates));
    }
}
