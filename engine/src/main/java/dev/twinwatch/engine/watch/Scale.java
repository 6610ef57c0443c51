package dev.twinwatch.engine.watch;

/** How a number is bent before it is standardised. */
public enum Scale {
    /** As it is. */
    NONE,
    /** Sign times the logarithm of one plus the magnitude: for amounts and durations. */
    LOG,
    /** The share of training values below it, 0 to 1: for anything with wild tails. */
    RANK
}
