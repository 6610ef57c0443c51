package dev.twinwatch.engine.cases;

/**
 * Frauds confirmed for one value in a stretch of time.
 *
 * @param number log(1 + how many)
 * @param rate share of them among all labels of the value in that time, 0 to 1; 0 without any
 * @param recency 1 for one at the newer end of the stretch, falling to 0 at the older end; 0 without any
 */
public record ConfirmedFrauds(float number, float rate, float recency) {
    /** None. */
    static final ConfirmedFrauds NONE = new ConfirmedFrauds(0, 0, 0);
}
