package dev.twinwatch.trainer.source;

import dev.twinwatch.serde.AvroPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Any Avro record as fields; one object for many records, so that each path is taken apart once. */
public final class AvroFields implements ListedFields {
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

    @Override
    public List<String> paths() {
        List<String> paths = new ArrayList<>();
        list("", Objects.requireNonNull(record, "no record was given yet"), paths);
        return paths;
    }

    /** By the values of this record, since a union may hold a record in one event and a number in the next. */
    private static void list(String prefix, IndexedRecord within, List<String> paths) {
        for (Schema.Field field : within.getSchema().getFields()) {
            Object value = within.get(field.pos());
            String path = prefix + field.name();
            if (value instanceof IndexedRecord inner) {
                list(path + ".", inner, paths);
            } else if (value instanceof Map<?, ?> map) {
                map.keySet().forEach(key -> paths.add(path + "." + key));
            } else if (!(value instanceof Collection<?>)) {
                paths.add(path);
            }
        }
    }
}
