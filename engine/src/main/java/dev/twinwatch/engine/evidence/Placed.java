package dev.twinwatch.engine.evidence;

/**
 * A window as one model sees it; computed from the window whenever needed, never stored.
 *
 * @param embedding shape [dimensions], L2 norm 1
 * @param behaviour the embedding in the coordinates of its likelihood ratio
 * @param fixed the fixed features in the coordinates of theirs; empty without dense inputs
 */
@SuppressWarnings("ArrayRecordComponent") // made once, handed on inside this package, never compared
record Placed(float[] embedding, float[] behaviour, float[] fixed) {
    /** Of no window at all. */
    static final Placed NOWHERE = new Placed(new float[0], new float[0], new float[0]);
}
