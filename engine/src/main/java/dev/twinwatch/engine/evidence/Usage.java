package dev.twinwatch.engine.evidence;

import dev.twinwatch.engine.features.Hash64;

/**
 * How common each value of a category is in the population, as shares of the buckets, and the evidence of naive Bayes: how
 * much less often the entity uses the values of a window than anyone does.
 *
 * <p>Of n own events c have a value; its own share is {@code (c + u) / (n + u B)} with B buckets and u = {@value #UNSEEN}
 * (the smoothing of Maxion and Townsend 2002). With the population's share p, the evidence of an event is {@code log(p / own
 * share)}: a value never used speaks against the entity the more, the more common it is elsewhere. A value that comes k times
 * in a window weighs log(1 + k), since its repetitions are no news (AUC on Unix commands .954 against .949).
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

    /** The population's share of the bucket of a value. */
    float share(long hash) {
        return shares[Hash64.bucket(hash, shares.length)];
    }

    /** Average evidence of the values of a window. */
    double evidence(UsedValues window, ValueCounts own) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < window.distinct(); i++) {
            double weight = Damped.times(window.times(i));
            int bucket = Hash64.bucket(window.hash(i), shares.length);
            sum += weight * evidence(bucket, own.count(window.hash(i)), own.total());
            weights += weight;
        }
        return sum / weights;
    }

    /** Evidence of one value: the population's share of it over the entity's own. */
    double evidence(int bucket, float ownCount, double ownTotal) {
        return Math.log(shares[bucket] * (ownTotal + UNSEEN * shares.length) / (ownCount + UNSEEN));
    }
}
