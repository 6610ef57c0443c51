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

    private int events;

    /** Room for windows of at most {@code length} events. */
    public Inputs(int length, int denseInputs, int categoryInputs) {
        this.length = length;
        this.denseInputs = denseInputs;
        this.categoryInputs = categoryInputs;
        this.dense = new float[length * denseInputs];
        this.buckets = new int[length * categoryInputs];
    }

    void startWith(int count) {
        if (count > length) {
            throw new IllegalArgumentException("window has " + count + " events, the model reads at most " + length);
        }
        events = count;
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
