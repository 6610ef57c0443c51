package dev.twinwatch.stream.alerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** An alert or a score as one line of JSON, with the names of its contract; times as text in UTC. */
public final class AlertJson {
    private static final JsonMapper JSON = new JsonMapper();

    private AlertJson() {}

    /** The line. */
    public static String of(IndexedRecord record) {
        try {
            return JSON.writeValueAsString(plain(record));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(record.getSchema().getName() + " cannot be written as JSON: " + record, e);
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof IndexedRecord record) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            for (Schema.Field field : record.getSchema().getFields()) {
                fields.put(field.name(), plain(record.get(field.pos())));
            }
            return fields;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(AlertJson::plain).toList();
        }
        return value == null || value instanceof Number ? value : value.toString();
    }
}
