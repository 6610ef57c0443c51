package dev.twinwatch.engine.drift;

import java.util.Arrays;

/**
 * Bins of a category: one for each of its most common values, one for all others that training knows, one for those that it does
 * not, and one for a missing value.
 */
public final class CategoryBins {
    private static final int MOST_COMMON = 100;

    private final long[] common;
    private final int[] known;
    /** Open addressing over {@link #known}: at most half full, 0 is a free place. */
    private final int[] table;

    private CategoryBins(long[] common, int[] known) {
        this.common = common;
        this.known = known;
        this.table = new int[Integer.highestOneBit(Math.max(1, known.length)) * 4];
        for (int mark : known) {
            int at = mark & table.length - 1;
            while (table[at] != 0 && table[at] != mark) {
                at = at + 1 & table.length - 1;
            }
            table[at] = mark;
        }
    }

    /**
     * Checked and copied.
     *
     * @param common hashes of the most common values, the most common one first
     * @param known marks of all values that training knows, see {@link #mark}
     */
    public static CategoryBins knowing(long[] common, int[] known) {
        if (common.length > MOST_COMMON) {
            throw new IllegalArgumentException("bins have " + common.length + " common values, at most " + MOST_COMMON
                    + " are expected: train again");
        }
        return new CategoryBins(common.clone(), known.clone());
    }

    /** The hash of a value in 32 bits, never 0: enough to know it again among thousands. */
    public static int mark(long hash) {
        int mark = (int) (hash ^ hash >>> 32);
        return mark == 0 ? 1 : mark;
    }

    /** Hashes of the most common values, copied. */
    public long[] common() {
        return common.clone();
    }

    /** Marks of the known values, copied. */
    public int[] known() {
        return known.clone();
    }

    /** How many bins. */
    public int size() {
        return common.length + 3;
    }

    /** The bin of the hash of a value, from 0; 0 is a missing one. */
    public int of(long hash) {
        if (hash == 0) {
            return common.length + 2;
        }
        for (int i = 0; i < common.length; i++) {
            if (common[i] == hash) {
                return i;
            }
        }
        return isKnown(mark(hash)) ? common.length : unknown();
    }

    int unknown() {
        return common.length + 1;
    }

    private boolean isKnown(int mark) {
        int at = mark & table.length - 1;
        while (table[at] != 0) {
            if (table[at] == mark) {
                return true;
            }
            at = at + 1 & table.length - 1;
        }
        return false;
    }

    @Override
    public String toString() {
        return "bins of " + known.length + " known values, common ones " + Arrays.toString(common);
    }
}
