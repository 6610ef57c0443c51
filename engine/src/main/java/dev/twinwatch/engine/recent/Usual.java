package dev.twinwatch.engine.recent;

/**
 * What is usual for one entity and one number: recency-weighted mean and variance with a half-life of 50 events.
 *
 * <p>A value enters clipped to {@value #CLIP_UPDATE} deviations, so that a fraud does not make the next one look usual: less
 * would find more of them, but whose habits change would stand out for longer.
 */
final class Usual {
    /** Largest magnitude of a deviation that is reported. */
    static final float CLIP = 10f;

    /** The square of a larger value leaves the range of a float, and would make the variance infinite for ever. */
    private static final double LARGEST = 1e18;

    private static final double CLIP_UPDATE = 3;
    /** A spread is at least this share of what it is a spread of: a value that never changed has none of its own. */
    private static final double LEAST_SHARE = 1e-3;

    private static final double DECAY = Math.pow(0.5, 1 / 50.0);
    /** Below this weight there is nothing to compare with. */
    private static final double LEAST = 2;

    float mean;
    float variance;
    float weight;

    /** Deviation of a value from what was usual before it, then learns it; NaN while too little is known. */
    float deviation(float given) {
        if (Float.isNaN(given)) {
            return Float.NaN;
        }
        double value = Math.max(-LARGEST, Math.min(LARGEST, given));
        double spread = spreadAround(value);
        double off = (value - mean) / spread;
        float reported = weight < LEAST ? Float.NaN : (float) Math.max(-CLIP, Math.min(CLIP, off));
        learn(weight < LEAST ? value : mean + spread * Math.max(-CLIP_UPDATE, Math.min(CLIP_UPDATE, off)));
        return reported;
    }

    /** After nothing but zeros only the value itself says how large one is. */
    private double spreadAround(double value) {
        double own = Math.sqrt(variance * (1 + 1 / Math.max(1, weight))) + LEAST_SHARE * Math.abs(mean);
        return (own == 0 ? LEAST_SHARE * Math.abs(value) : own) + 1e-9;
    }

    private void learn(double value) {
        double before = weight * DECAY;
        double after = before + 1;
        double step = value - mean;
        variance = (float) (before / after * (variance + step * step / after));
        mean = (float) (mean + step / after);
        weight = (float) after;
    }
}
