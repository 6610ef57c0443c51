package dev.twinwatch.engine.watch;

import java.util.Locale;

/** What compares a window with the references of its entity. */
public enum Metric {
    /** The fused likelihood ratio: best wherever some tens of entities exist to estimate it. */
    LIKELIHOOD_RATIO,
    /** One minus the cosine between embedding and mean reference. */
    COSINE,
    /** Length of the difference between embedding and mean reference. */
    EUCLIDEAN,
    /** Sum of the absolute differences between embedding and mean reference. */
    MANHATTAN;

    /** As written after `compare:` in a watch file. */
    public String yaml() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
