package dev.twinwatch.engine.features;

import org.jspecify.annotations.Nullable;

/** A record of the user's, seen as values under dotted paths: an Avro record, a JSON object, a row of a CSV file. */
@FunctionalInterface
public interface Fields {
    /** A String, Number or Boolean; null where the record has no value there. */
    @Nullable
    Object valueAt(String path);
}
