package dev.twinwatch.trainer.source;

import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.registry.UnknownSchemaException;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.serde.UnreadableRecordException;
import org.apache.avro.generic.GenericRecord;

/** How values of a topic of events are read: JSON objects as they are, Avro by the schemas of a registry. */
public final class EventDecoder {
    private static final byte CONFLUENT_MAGIC = 0;

    private EventDecoder() {}

    /** For a topic without a registry. */
    public static PayloadDecoder json() {
        return EventDecoder::jsonOf;
    }

    private static Fields jsonOf(byte[] bytes) {
        if (bytes.length > 0 && bytes[0] == CONFLUENT_MAGIC) {
            throw new IllegalArgumentException("value is Avro: name its schema registry with --registry URL");
        }
        return JsonFields.of(bytes);
    }

    /** For a topic whose records may be either; owns buffers, so one thread at a time. */
    public static PayloadDecoder avro(String topic, SchemaRegistry registry) {
        AvroDeserializer<GenericRecord> avro = new AvroDeserializer<>(registry);
        return bytes -> {
            try {
                GenericRecord record =
                        bytes.length > 0 && bytes[0] == CONFLUENT_MAGIC ? avro.deserialize(topic, bytes) : null;
                return record == null ? JsonFields.of(bytes) : new AvroFields().of(record);
            } catch (UnreadableRecordException | UnknownSchemaException e) {
                // One record of many, as in the service; only a registry that does not answer ends the reading.
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        };
    }
}
