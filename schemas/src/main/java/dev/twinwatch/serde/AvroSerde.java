package dev.twinwatch.serde;

import dev.twinwatch.registry.SchemaRegistry;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Avro records on topics, with schemas in a registry and Confluent's configuration keys.
 *
 * <p>Not for the stores of a topology: it would register schemas for changelog topics.
 */
public final class AvroSerde<T extends IndexedRecord> implements Serde<T> {
    private final AvroSerializer<T> serializer;
    private final AvroDeserializer<T> deserializer;
    private @Nullable SchemaRegistry registry;

    /** For Kafka, which calls {@link #configure(Map, boolean)} next. */
    public AvroSerde() {
        this(null, new AvroSerializer<>(), new AvroDeserializer<>());
    }

    private AvroSerde(
            @Nullable SchemaRegistry registry, AvroSerializer<T> serializer, AvroDeserializer<T> deserializer) {
        this.registry = registry;
        this.serializer = serializer;
        this.deserializer = deserializer;
    }

    /** For values of any schema; ready for use without configure. */
    public static AvroSerde<GenericRecord> generic(SchemaRegistry registry) {
        return new AvroSerde<>(registry, new AvroSerializer<>(registry), new AvroDeserializer<>(registry));
    }

    /** For values of one generated class; ready for use without configure. */
    public static <T extends SpecificRecord> AvroSerde<T> of(Class<T> type, SchemaRegistry registry) {
        return new AvroSerde<>(registry, new AvroSerializer<>(registry), new AvroDeserializer<>(registry, type));
    }

    /** Takes the keys of {@link SerdeSettings#from}, and those of the registry unless one was given before. */
    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        var shared = registry != null ? registry : SchemaRegistry.from(configs);
        var settings = SerdeSettings.from(configs, isKey);
        serializer.configure(shared, settings);
        deserializer.configure(shared, settings);
        registry = shared;
    }

    @Override
    public Serializer<T> serializer() {
        return serializer;
    }

    @Override
    public Deserializer<T> deserializer() {
        return deserializer;
    }
}
