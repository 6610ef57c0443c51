package dev.twinwatch.trainer.source;

import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.serde.AvroPath;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Any Avro record as fields; one object for many records, so that each path is taken apart once. */
public final class AvroFields implements Fields {
    private final Map<String, AvroPath> paths = new HashMap<>();
    private @Nullable IndexedRecord record;

    /** Speaks of this record from now on. */
    public AvroFields of(IndexedRecord next) {
        record = next;
        return this;
    }

    @Override
    public @Nullable Object valueAt(String path) {
        AvroPath parts = paths.computeIfAbsent(path, AvroPath::of);
        return parts.in(Objects.requireNonNull(record, "no record was given yet"));
    }
}
