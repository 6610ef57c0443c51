package dev.twinwatch.engine.features;

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
    private int events;
    private boolean summarised;

    /** Room for windows of at most {@code length} events. */
    public Inputs(int length, int denseInputs, int categoryInputs) {
        this.length = length;
        this.denseInputs = denseInputs;
        this.categoryInputs = categoryInputs;
        this.dense = new float[length * denseInputs];
        this.buckets = new int[length * categoryInputs];
        this.summary = new float[2 * denseInputs];
    }

    void startWith(int count) {
        if (count > length) {
            throw new IllegalArgumentException("window has " + count + " events, the model reads at most " + length);
        }
        events = count;
        summarised = false;
    }

    /**
     * Averages of the dense inputs over the window's events, then their deviations, shape [2 x denseInputs]; valid until the
     * next window is filled in. Computed once, as encoder and evidence both ask for it.
     */
    public float[] summary() {
        if (!summarised) {
            for (int d = 0; d < denseInputs; d++) {
                summarise(d);
            }
            summarised = true;
        }
        return summary;
    }

    private void summarise(int input) {
        double sum = 0;
        for (int i = 0; i < events; i++) {
            sum += dense(i, input);
        }
        double mean = sum / events;
        double squares = 0;
        for (int i = 0; i < events; i++) {
            double off = dense(i, input) - mean;
            squares += off * off;
        }
        summary[input] = (float) mean;
        summary[denseInputs + input] = (float) Math.sqrt(squares / events);
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
