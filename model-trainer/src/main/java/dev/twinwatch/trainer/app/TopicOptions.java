package dev.twinwatch.trainer.app;

import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.registry.UnknownSchemaException;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.serde.UnreadableRecordException;
import dev.twinwatch.trainer.source.AvroFields;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.JsonFields;
import dev.twinwatch.trainer.source.PayloadDecoder;
import dev.twinwatch.trainer.source.Sources;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How events of a topic are read: JSON objects as they are, Avro by the schemas of a registry. */
final class TopicOptions {
    private static final byte CONFLUENT_MAGIC = 0;

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = "the schema registry, for topics of Avro records; without it topics hold JSON objects")
    private @Nullable String registry;

    EventSource open(String name) {
        return Sources.open(name, decoder(), Map.of());
    }

    private PayloadDecoder decoder() {
        if (registry == null) {
            return bytes -> {
                if (bytes.length > 0 && bytes[0] == CONFLUENT_MAGIC) {
                    throw new IllegalArgumentException("value is Avro: name its schema registry with --registry URL");
                }
                return JsonFields.of(bytes);
            };
        }
        AvroDeserializer<GenericRecord> avro =
                new AvroDeserializer<>(SchemaRegistry.from(Map.of("schema.registry.url", registry)));
        return bytes -> {
            try {
                GenericRecord record =
                        bytes.length > 0 && bytes[0] == CONFLUENT_MAGIC ? avro.deserialize("events", bytes) : null;
                return record == null ? JsonFields.of(bytes) : new AvroFields().of(record);
            } catch (UnreadableRecordException | UnknownSchemaException e) {
                // One record of many, as in the service; only a registry that does not answer ends the reading.
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        };
    }
}
