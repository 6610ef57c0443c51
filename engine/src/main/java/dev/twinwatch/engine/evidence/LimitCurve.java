package dev.twinwatch.engine.evidence;

import java.util.List;

/**
 * Which limit gives how many alerts of honest traffic, as training found it: so that another budget needs no training.
 *
 * @param perEvent alerts per event, falling; empty: nothing is known
 * @param limits of the evidence for each of them (log likelihood ratio, no unit), rising
 */
public record LimitCurve(List<Double> perEvent, List<Double> limits) {
    /** Of bundles that were made before there were curves. */
    public static final LimitCurve UNKNOWN = new LimitCurve(List.of(), List.of());

    public LimitCurve {
        perEvent = List.copyOf(perEvent);
        limits = List.copyOf(limits);
        if (perEvent.size() != limits.size()) {
            throw new IllegalArgumentException("curve of limits has " + perEvent.size() + " rates and " + limits.size()
                    + " limits, expected as many");
        }
        for (int i = 0; i < limits.size(); i++) {
            boolean inRange = perEvent.get(i) > 0 && perEvent.get(i) <= 1 && Double.isFinite(limits.get(i));
            if (!inRange || (i > 0 && !(perEvent.get(i) < perEvent.get(i - 1) && limits.get(i) >= limits.get(i - 1)))) {
                throw new IllegalArgumentException("curve of limits has limit " + limits.get(i) + " for "
                        + perEvent.get(i) + " alerts per event at place " + i
                        + ", expected falling rates of 1 at most and rising limits");
            }
        }
    }

    /**
     * The limit for a budget, between two points of the curve by the logarithm of the rate.
     *
     * @param rate alerts per event
     * @throws IllegalArgumentException where nothing is known of such a rate
     */
    public double limit(double rate) {
        if (perEvent.isEmpty()) {
            throw new IllegalArgumentException("the bundle does not know which limit another budget needs, since it was"
                    + " made by an earlier release or of too little history: train again, or set alerts.limit");
        }
        int last = perEvent.size() - 1;
        if (!(rate <= perEvent.get(0) && rate >= perEvent.get(last))) {
            throw new IllegalArgumentException("alerts.budget is one alert per " + Math.round(1 / rate)
                    + " events, the bundle knows limits for one per " + Math.round(1 / perEvent.get(0)) + " to one per "
                    + Math.round(1 / perEvent.get(last)) + ": ask for one of these, or set alerts.limit");
        }
        return limitAt(Math.log(rate));
    }

    /**
     * The limit that so many times as many alerts pass as pass another one; never under the smallest of the curve.
     *
     * <p>Beyond the largest of the curve, and where nothing is known, each 1 of the limit divides the alerts by e: of what is
     * honest, no larger part than that can have so large a log likelihood ratio.
     *
     * @param limit that other one
     * @param times over 0, or infinite
     */
    public double passedBy(double limit, double times) {
        return perEvent.isEmpty() ? limit - Math.log(times) : limitAt(logRate(limit) + Math.log(times));
    }

    /** The same rates at limits that are lower by this much. */
    public LimitCurve lowerBy(double much) {
        return new LimitCurve(
                perEvent, limits.stream().map(limit -> limit - much).toList());
    }

    /** The smallest limit of which something is known; infinitely small where nothing is. */
    public double smallest() {
        return limits.isEmpty() ? Double.NEGATIVE_INFINITY : limits.get(0);
    }

    private double limitAt(double logRate) {
        int last = limits.size() - 1;
        if (logRate >= Math.log(perEvent.get(0))) {
            return limits.get(0);
        }
        if (logRate <= Math.log(perEvent.get(last))) {
            return limits.get(last) + Math.log(perEvent.get(last)) - logRate;
        }
        int next = 1;
        while (Math.log(perEvent.get(next)) > logRate) {
            next++;
        }
        double from = Math.log(perEvent.get(next - 1));
        double share = (logRate - from) / (Math.log(perEvent.get(next)) - from);
        return limits.get(next - 1) + share * (limits.get(next) - limits.get(next - 1));
    }

    /** Of limits that several points share, the rate of the rarest. */
    private double logRate(double limit) {
        int last = limits.size() - 1;
        if (limit >= limits.get(last)) {
            return Math.log(perEvent.get(last)) - (limit - limits.get(last));
        }
        int next = 0;
        while (limits.get(next) <= limit) {
            next++;
        }
        if (next == 0) {
            return Math.log(perEvent.get(0));
        }
        double share = (limit - limits.get(next - 1)) / (limits.get(next) - limits.get(next - 1));
        double from = Math.log(perEvent.get(next - 1));
        return from + share * (Math.log(perEvent.get(next)) - from);
    }
}
