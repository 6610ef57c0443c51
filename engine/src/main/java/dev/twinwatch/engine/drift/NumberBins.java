package dev.twinwatch.engine.drift;

/**
 * Bins of a number: one below the lowest edge, one between each edge and the next, one above the highest, and one for a missing
 * value. Lowest and highest edge are the ends of the usual range; both belong to it.
 */
public final class NumberBins {
    private final float[] edges;

    private NumberBins(float[] edges) {
        this.edges = edges;
    }

    /** Checked and copied: one edge or more, ascending, in the unit of the number. */
    public static NumberBins between(float... edges) {
        if (edges.length == 0) {
            throw new IllegalArgumentException("bins have no edge, at least one is needed: train again");
        }
        for (int i = 0; i < edges.length; i++) {
            if (!Float.isFinite(edges[i]) || (i > 0 && edges[i] <= edges[i - 1])) {
                throw new IllegalArgumentException(
                        "edge " + i + " of bins is " + edges[i] + ", expected one above that before it: train again");
            }
        }
        return new NumberBins(edges.clone());
    }

    /** Edges, copied. */
    public float[] edges() {
        return edges.clone();
    }

    /** How many bins. */
    public int size() {
        return Math.max(1, edges.length - 1) + 3;
    }

    /** The bin of a value, from 0; NaN is a missing one. */
    public int of(float value) {
        int last = edges.length - 1;
        if (Float.isNaN(value)) {
            return missing();
        }
        if (value < edges[0]) {
            return below();
        }
        if (value > edges[last]) {
            return above();
        }
        int bin = 1;
        while (bin < last && value > edges[bin]) {
            bin++;
        }
        return bin;
    }

    int below() {
        return 0;
    }

    int above() {
        return size() - 2;
    }

    private int missing() {
        return size() - 1;
    }
}
