package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.evidence.LimitCurve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Finds which limit gives how many alerts in honest traffic. An alert is a story, as in the service: it opens with the first
 * event over the limit and goes on until a whole window has none.
 *
 * <p>Stories are counted at each limit while there are enough of them. The highest evidence of the rarest ones is taken as
 * exponential beyond that (peaks over threshold; Pickands 1975), since budgets ask for rarer alerts than a history has.
 */
final class LimitFit {
    /** The rarest alert that is asked for, per event. */
    static final double RAREST = 1e-9;

    /** Stories that give the tail: a share of all stretches of one window's length, within bounds. */
    private static final double TAIL = 0.03;

    private static final int LEAST_TAIL = 20;
    private static final int MOST_TAIL = 100;
    /**
     * Standard errors that are added to the scale of a short tail: 90 % of such limits keep the budget. That of a long one is
     * known to a tenth, and a budget is there to be spent.
     */
    private static final double CONFIDENCE = 1.28;
    /** Limits are tried at evidence that is exceeded by so many times more events each. */
    private static final double STEP = 1.1;

    private static final double LEAST_SCALE = 1e-3;

    private LimitFit() {}

    /**
     * The curve; nothing is known without evidence.
     *
     * @param honest evidence of honest histories, one array per entity, in the order of events
     * @param window events after which a story has ended
     */
    static LimitCurve curve(List<float[]> honest, int window) {
        int events = honest.stream().mapToInt(evidence -> evidence.length).sum();
        if (events == 0) {
            return LimitCurve.UNKNOWN;
        }
        List<Float> levels = levels(honest, events);
        int wanted = Math.max(LEAST_TAIL, (int) Math.min(MOST_TAIL, Math.round(TAIL * events / window)));
        List<Double> rates = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        Counted tail = new Counted(levels.get(0), 0, 0);
        int most = 0;
        for (float level : levels) {
            Counted counted = count(honest, window, level);
            if (counted.stories() > most) {
                most = counted.stories();
                if (tail.stories() < wanted) {
                    tail = counted;
                } else {
                    rates.add(most / (double) events);
                    limits.add((double) level);
                }
            }
        }
        Collections.reverse(rates);
        Collections.reverse(limits);
        rates.add(Math.max(1, tail.stories()) / (double) events);
        limits.add((double) tail.level());
        rates.add(RAREST);
        limits.add(tail.limit(RAREST * events));
        return new LimitCurve(rates, limits);
    }

    /** Of the rates that have a limit, the most frequent alert; without evidence one in each window. */
    static double most(LimitCurve curve, int window) {
        return curve.perEvent().isEmpty() ? 1.0 / window : curve.perEvent().get(0);
    }

    /** The limit for a budget, or the nearest one that the curve has; 0 without evidence. */
    static double limit(LimitCurve curve, double perEvent) {
        List<Double> rates = curve.perEvent();
        return rates.isEmpty()
                ? 0
                : curve.limit(Math.max(rates.get(rates.size() - 1), Math.min(rates.get(0), perEvent)));
    }

    /** As {@link #curve}, for one budget; 0 without evidence. */
    static double fit(List<float[]> honest, int window, double perEvent) {
        return limit(curve(honest, window), perEvent);
    }

    /**
     * The limit that a budget needs if the evidence is what it says, a log likelihood ratio: honest stretches exceed t with a
     * probability of at most exp(-t) (Markov's inequality). It needs no data.
     */
    static double bound(int stretch, double perEvent) {
        return -Math.log(Math.min(1, perEvent * stretch));
    }

    /** Falling; down to the median. */
    private static List<Float> levels(List<float[]> honest, int events) {
        float[] sorted = new float[events];
        int at = 0;
        for (float[] evidence : honest) {
            System.arraycopy(evidence, 0, sorted, at, evidence.length);
            at += evidence.length;
        }
        Arrays.sort(sorted);
        List<Float> levels = new ArrayList<>();
        for (int over = 0; over <= events / 2; over = Math.max(over + 1, (int) (over * STEP))) {
            float level = sorted[Math.max(0, events - 1 - over)];
            if (levels.isEmpty() || level < levels.get(levels.size() - 1)) {
                levels.add(level);
            }
        }
        return levels;
    }

    /** Stories over a level, and by how much their highest evidence exceeds it, on average. */
    private record Counted(float level, int stories, double excess) {
        /** For so many stories in the same events, fewer than were counted. */
        double limit(double rarer) {
            double prudent =
                    stories >= MOST_TAIL ? excess : excess * (1 + CONFIDENCE / Math.sqrt(Math.max(1, stories)));
            return level + Math.max(prudent, LEAST_SCALE) * Math.log(Math.max(1, stories) / rarer);
        }
    }

    private static Counted count(List<float[]> honest, int window, float level) {
        int stories = 0;
        double excess = 0;
        for (float[] evidence : honest) {
            int latest = -1;
            float peak = level;
            for (int i = 0; i < evidence.length; i++) {
                if (evidence[i] > level) {
                    if (latest < 0 || i - latest > window) {
                        stories++;
                        excess += peak - level;
                        peak = level;
                    }
                    latest = i;
                    peak = Math.max(peak, evidence[i]);
                }
            }
            excess += peak - level;
        }
        return new Counted(level, stories, stories == 0 ? 0 : excess / stories);
    }
}
