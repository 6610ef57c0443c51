package dev.twinwatch.engine.features;

import org.jspecify.annotations.Nullable;

/** A record of the user's, seen as values under dotted paths: an Avro record, a JSON object, a row of a CSV file. */
@FunctionalInterface
public interface Fields {
    /**
     * A String, Number or Boolean; null where the record has no value there.
     *
     * @throws IllegalArgumentException if something else is there, an object or a list: the record is then unreadable
     */
    @Nullable
    Object valueAt(String path);
}
