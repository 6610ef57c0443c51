package dev.twinwatch.stream.reading;

import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.serde.AvroPath;
import dev.twinwatch.serde.SerdeSettings;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;

/** Fields of Avro records of any schema. */
final class AvroFields {
    private final AvroDeserializer<GenericRecord> deserializer;
    /** A watch has some tens of paths, so that this never grows beyond them. */
    private final Map<String, AvroPath> paths = new HashMap<>();

    AvroFields(SchemaRegistry registry, int mostBytes) {
        deserializer = new AvroDeserializer<>(registry);
        deserializer.configure(Map.of(SerdeSettings.MAX_RECORD_BYTES, mostBytes), false);
    }

    Fields of(byte[] value, String topic) {
        GenericRecord record = deserializer.deserialize(topic, value);
        return path -> record == null
                ? null
                : paths.computeIfAbsent(path, AvroPath::of).in(record);
    }
}
