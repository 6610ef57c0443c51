package dev.twinwatch.engine.watch;

/**
 * One feature of a watch.
 *
 * @param name unique in the watch; reasons of alerts use it
 * @param kind how the field becomes an input
 * @param field path into the event; empty for the kinds that read the time
 * @param scale for number, change and relative
 * @param buckets into how many rows of the embedding table the values of a category are hashed, 2 to 65536
 */
public record FeatureSpec(String name, FeatureKind kind, String field, Scale scale, int buckets) {
    /** A category without a stated number of buckets gets this many: of 850 values, a fifth shares its row with another. */
    public static final int DEFAULT_BUCKETS = 4096;

    /** A feature that needs nothing but its kind. */
    public static FeatureSpec of(String name, FeatureKind kind, String field) {
        return new FeatureSpec(name, kind, field, Scale.NONE, DEFAULT_BUCKETS);
    }

    /** The same with another scale. */
    public FeatureSpec scaled(Scale other) {
        return new FeatureSpec(name, kind, field, other, buckets);
    }
}
