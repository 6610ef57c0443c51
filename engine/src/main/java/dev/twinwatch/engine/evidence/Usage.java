package dev.twinwatch.engine.evidence;

/**
 * How common each value of a category is in the population, as shares of the buckets, and the evidence of naive Bayes: how
 * much less often the entity uses the values of a window than anyone does.
 *
 * <p>Of n own events c have a value; its own share is {@code (c + u) / (n + u B)} with B buckets and u = {@value #UNSEEN}
 * (the smoothing of Maxion and Townsend 2002). With the population's share p, the evidence of an event is {@code log(p / own
 * share)}: a value never used speaks against the entity the more, the more common it is elsewhere.
 */
public final class Usage {
    static final double UNSEEN = 0.01;

    private final float[] shares;

    private Usage(float[] shares) {
        this.shares = shares;
    }

    /** Checked and copied; shape [buckets], each over 0. */
    public static Usage of(float[] shares) {
        for (float share : shares) {
            if (!(share > 0 && share <= 1)) {
                throw new IllegalArgumentException("usage has share " + share + ", expected over 0 and at most 1");
            }
        }
        return new Usage(shares.clone());
    }

    /** Shares by bucket, copied. */
    public float[] shares() {
        return shares.clone();
    }

    int buckets() {
        return shares.length;
    }

    /** Evidence of one value. */
    double evidence(int bucket, float ownCount, double ownTotal) {
        return Math.log(ratio(bucket, ownCount, ownTotal));
    }

    /** The population's share of a value over the entity's own. */
    double ratio(int bucket, float ownCount, double ownTotal) {
        return shares[bucket] * (ownTotal + UNSEEN * shares.length) / (ownCount + UNSEEN);
    }
}
