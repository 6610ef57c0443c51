package dev.twinwatch.stream.limits;

import java.nio.ByteBuffer;

/** How many events had which evidence (log likelihood ratio, no unit), in steps of a half from -20 to 60, ends included. */
final class EvidenceHistogram {
    private static final int BINS = 160;
    private static final double LOWEST = -20;
    private static final double WIDTH = 0.5;

    private final long[] counts = new long[BINS];

    void count(double evidence) {
        counts[(int) Math.max(0, Math.min(BINS - 1, place(evidence)))]++;
    }

    void add(EvidenceHistogram other) {
        for (int i = 0; i < BINS; i++) {
            counts[i] += other.counts[i];
        }
    }

    /** About how many have evidence between the two, in any order: inside a step they count as spread evenly. */
    long between(double one, double other) {
        return Math.round(Math.abs(below(one) - below(other)));
    }

    private double below(double limit) {
        double place = Math.max(0, Math.min(BINS, place(limit)));
        double sum = 0;
        for (int i = 0; i < BINS && i < place; i++) {
            sum += counts[i] * Math.min(1, place - i);
        }
        return sum;
    }

    private static double place(double evidence) {
        return (evidence - LOWEST) / WIDTH;
    }

    /** The bytes that {@link #write} takes. */
    int bytes() {
        return Short.BYTES + used() * (Short.BYTES + Long.BYTES);
    }

    /** How many steps have any (2), and for each of these its number from 0 (2) and count (8). */
    void write(ByteBuffer out) {
        out.putShort((short) used());
        for (short i = 0; i < BINS; i++) {
            if (counts[i] > 0) {
                out.putShort(i).putLong(counts[i]);
            }
        }
    }

    /** Throws IllegalArgumentException where a step is none of these. */
    static EvidenceHistogram read(ByteBuffer in) {
        EvidenceHistogram read = new EvidenceHistogram();
        int used = in.getShort();
        for (int i = 0; i < used; i++) {
            int step = in.getShort();
            if (step < 0 || step >= BINS) {
                throw new IllegalArgumentException("counted events have step " + step + " of evidence, expected 0 to "
                        + (BINS - 1) + ": they were written by something else");
            }
            read.counts[step] = in.getLong();
        }
        return read;
    }

    private int used() {
        int used = 0;
        for (long count : counts) {
            used += count > 0 ? 1 : 0;
        }
        return used;
    }
}
