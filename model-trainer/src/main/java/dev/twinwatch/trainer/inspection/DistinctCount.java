package dev.twinwatch.trainer.inspection;

import java.util.TreeSet;

/**
 * How many different values there are, in bounded memory: exact up to {@value #KEPT}, then estimated within some percent
 * from how densely the smallest hashes lie.
 */
final class DistinctCount {
    private static final int KEPT = 4_096;
    private static final double RANGE = 0x1p64;

    /** As unsigned numbers, moved so that the natural order is theirs. */
    private final TreeSet<Long> smallest = new TreeSet<>();

    /** Notes one value by its hash. */
    void add(long hash) {
        long ordered = hash ^ Long.MIN_VALUE;
        if (smallest.size() < KEPT) {
            smallest.add(ordered);
        } else if (ordered < smallest.last() && smallest.add(ordered)) {
            smallest.pollLast();
        }
    }

    boolean isExact() {
        return smallest.size() < KEPT;
    }

    long value() {
        if (isExact()) {
            return smallest.size();
        }
        double share = (smallest.last() + 0x1p63) / RANGE;
        return Math.round((KEPT - 1) / share);
    }
}
