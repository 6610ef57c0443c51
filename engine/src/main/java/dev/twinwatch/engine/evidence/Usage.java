package dev.twinwatch.engine.evidence;

/**
 * How common each value of a category is in the population, as shares of the buckets, and the evidence of naive Bayes: how
 * much less often the entity uses the values of a window than anyone does.
 *
 * <p>The share of a value v among n own events of which c have v is {@code (1 - o) (c + a p(v)) / (n + a) + o p(v)} with the
 * population's share p, strength a = {@value #STRENGTH} and the open share o = {@value #OPEN}; the evidence is the average
 * of {@code -log(own share / p)}. What stays open belongs to values that the entity never used: however many events it has,
 * one such value is evidence of {@code -log o} (about 3) at most.
 */
public final class Usage {
    static final double STRENGTH = 4;
    static final double OPEN = 0.05;

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
        double share = shares[bucket];
        double ratio = (ownCount / share + STRENGTH) / (ownTotal + STRENGTH);
        return -Math.log((1 - OPEN) * ratio + OPEN);
    }
}
