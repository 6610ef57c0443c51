package dev.twinwatch.engine.watch;

/**
 * One feature of a watch.
 *
 * @param name unique in the watch; reasons of alerts use it
 * @param kind how the field becomes an input
 * @param field path into the event; empty for the kinds that read the time
 * @param scale for number, change and relative
 * @param buckets into how many rows of the embedding table the values of a category are hashed, 2 to 65536
 * @param within for confirmed-fraud: how long a fraud counts, over 0, in microseconds
 * @param knownFor for confirmed-fraud: how old a fraud must be to count, 0 or more, in microseconds
 */
public record FeatureSpec(
        String name, FeatureKind kind, String field, Scale scale, int buckets, long within, long knownFor) {
    /** A category without a stated number of buckets gets this many: of 850 values, a fifth shares its row with another. */
    public static final int DEFAULT_BUCKETS = 4096;

    /** A fraud counts for 30 days. */
    public static final long DEFAULT_WITHIN = 30 * 86_400_000_000L;

    /** A feature that does not look at frauds. */
    public FeatureSpec(String name, FeatureKind kind, String field, Scale scale, int buckets) {
        this(name, kind, field, scale, buckets, DEFAULT_WITHIN, 0);
    }

    /** A feature that needs nothing but its kind. */
    public static FeatureSpec of(String name, FeatureKind kind, String field) {
        return new FeatureSpec(name, kind, field, Scale.NONE, DEFAULT_BUCKETS);
    }

    /** The same with another scale. */
    public FeatureSpec scaled(Scale other) {
        return new FeatureSpec(name, kind, field, other, buckets, within, knownFor);
    }

    /** The same with another name. */
    public FeatureSpec named(String other) {
        return new FeatureSpec(other, kind, field, scale, buckets, within, knownFor);
    }

    /** Whether it reads this field as an amount: a number on a logarithmic scale. */
    public boolean readsAmount(String amountField) {
        return kind == FeatureKind.NUMBER && scale == Scale.LOG && field.equals(amountField);
    }
}
