package dev.twinwatch.engine.features;

import java.util.Arrays;

/** What an encoder reads of one window; made once and filled again for each window. */
public final class Inputs {
    private final int length;
    private final int denseInputs;
    private final int categoryInputs;
    /** Standardised values, shape [length][denseInputs], row by event, 0 where there is no event. */
    final float[] dense;
    /** Buckets, shape [length][categoryInputs], row by event. */
    final int[] buckets;

    private final float[] summary;
    private final double[] means;
    private final double[] squares;
    private int events;
    private long firstNumber;
    private boolean summarised;

    /** Room for windows of at most {@code length} events. */
    public Inputs(int length, int denseInputs, int categoryInputs) {
        this.length = length;
        this.denseInputs = denseInputs;
        this.categoryInputs = categoryInputs;
        this.dense = new float[length * denseInputs];
        this.buckets = new int[length * categoryInputs];
        this.summary = new float[2 * denseInputs];
        this.means = new double[denseInputs];
        this.squares = new double[denseInputs];
    }

    /** Room for a window, of which no row is known yet. */
    void startWith(Window window) {
        if (window.events() > length) {
            throw new IllegalArgumentException(
                    "window has " + window.events() + " events, the model reads at most " + length);
        }
        events = window.events();
        firstNumber = window.firstNumber();
        summarised = false;
    }

    /** Room for a later window of the same entity; returns how many of its first rows are known from the one before. */
    int continueWith(Window window) {
        long gone = window.firstNumber() - firstNumber;
        boolean follows = gone >= 0 && gone < events && window.lastNumber() >= firstNumber + events - 1;
        if (!follows) {
            startWith(window);
            return 0;
        }
        int kept = events - (int) gone;
        if (gone > 0) {
            System.arraycopy(dense, (int) gone * denseInputs, dense, 0, kept * denseInputs);
            System.arraycopy(buckets, (int) gone * categoryInputs, buckets, 0, kept * categoryInputs);
        }
        startWith(window);
        return kept;
    }

    /**
     * Averages of the dense inputs over the window's events, then their deviations, shape [2 x denseInputs]; valid until the
     * next window is filled in. Computed once, as encoder and evidence both ask for it.
     */
    public float[] summary() {
        if (!summarised) {
            summarise();
            summarised = true;
        }
        return summary;
    }

    /** Event by event, so that the sums of the inputs do not wait for each other. */
    private void summarise() {
        Arrays.fill(means, 0);
        Arrays.fill(squares, 0);
        for (int at = 0; at < events * denseInputs; at += denseInputs) {
            for (int d = 0; d < denseInputs; d++) {
                means[d] += dense[at + d];
            }
        }
        for (int d = 0; d < denseInputs; d++) {
            means[d] /= events;
        }
        for (int at = 0; at < events * denseInputs; at += denseInputs) {
            for (int d = 0; d < denseInputs; d++) {
                double off = dense[at + d] - means[d];
                squares[d] += off * off;
            }
        }
        for (int d = 0; d < denseInputs; d++) {
            summary[d] = (float) means[d];
            summary[denseInputs + d] = (float) Math.sqrt(squares[d] / events);
        }
    }

    /** Events in the window; rows from there on have no meaning. */
    public int events() {
        return events;
    }

    /** Most events. */
    public int length() {
        return length;
    }

    /** Dense values of one event. */
    public int denseInputs() {
        return denseInputs;
    }

    /** Categories of one event. */
    public int categoryInputs() {
        return categoryInputs;
    }

    /** Standardised value of one event and input. */
    public float dense(int event, int input) {
        return dense[event * denseInputs + input];
    }

    /** Bucket of one event and category. */
    public int bucket(int event, int category) {
        return buckets[event * categoryInputs + category];
    }
}
