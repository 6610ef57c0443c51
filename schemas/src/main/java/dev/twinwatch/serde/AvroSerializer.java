package dev.twinwatch.serde;

import dev.twinwatch.registry.BoundedCache;
import dev.twinwatch.registry.PortableSchema;
import dev.twinwatch.registry.SchemaRegistry;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes Avro records, generic or generated, in Confluent's wire format; null stays null.
 *
 * <p>A GenericRecord holds logical types as Avro's plain types: a timestamp is a long. What the registry throws is
 * passed on. With use.latest.version the newest schema is asked for once per topic and schema, not for every record.
 */
public final class AvroSerializer<T extends IndexedRecord> implements Serializer<T> {
    private static final int CACHED_WRITERS = 1_000;

    private @Nullable SchemaRegistry registry;
    private SerdeSettings settings = SerdeSettings.OF_VALUES;
    private BoundedCache<Kind, Writer> writers = new BoundedCache<>(CACHED_WRITERS);

    /** For Kafka, which calls {@link #configure(Map, boolean)} next. */
    public AvroSerializer() {}

    /** For values, with a registry client that others may use too. */
    public AvroSerializer(SchemaRegistry registry) {
        this.registry = registry;
    }

    /** For values, with a registry client that others may use too, as settings say. */
    public AvroSerializer(SchemaRegistry registry, SerdeSettings settings) {
        this.registry = registry;
        this.settings = settings;
    }

    /** Takes the keys of {@link SerdeSettings#from}, and those of the registry unless one was given before. */
    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        configure(registry != null ? registry : SchemaRegistry.from(configs), SerdeSettings.from(configs, isKey));
    }

    void configure(SchemaRegistry newRegistry, SerdeSettings newSettings) {
        registry = newRegistry;
        settings = newSettings;
        writers = new BoundedCache<>(CACHED_WRITERS);
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T data) {
        if (data == null) {
            return null;
        }
        var writer = writers.get(new Kind(topic, data.getSchema(), data.getClass()), this::writerFor);
        try {
            return EncodingBuffer.ofThisThread().encode(writer.schemaId(), data, writer.body());
        } catch (IOException | RuntimeException e) {
            throw new SerializationException(
                    "record " + data.getSchema().getFullName() + " for topic " + topic
                            + " does not fit the schema with id " + writer.schemaId() + " (" + e.getMessage()
                            + "): set every field that has no default, with a value of its type",
                    e);
        }
    }

    private Writer writerFor(Kind kind) {
        var known = registry;
        if (known == null) {
            throw new IllegalStateException("AvroSerializer has no registry: call configure(...) before serialize");
        }
        var subject = settings.subject(kind.topic(), kind.schema());
        var own = kind.bodyWriter();
        if (settings.autoRegister()) {
            return new Writer(known.register(subject, kind.schema()), own);
        }
        if (!settings.useLatest()) {
            return new Writer(known.idOf(subject, kind.schema()), own);
        }
        var latest = known.latest(subject);
        boolean same = PortableSchema.of(kind.schema()).equals(PortableSchema.of(latest.schema()));
        return new Writer(latest.id(), same ? own : new AsLatest(own, kind.schema(), latest.schema()));
    }

    private record Writer(int schemaId, DatumWriter<IndexedRecord> body) {}

    private record Kind(String topic, Schema schema, Class<?> type) {

        @SuppressWarnings("unchecked") // The writer is only given records of the class that it was made for.
        DatumWriter<IndexedRecord> bodyWriter() {
            return SpecificRecord.class.isAssignableFrom(type)
                    ? new ContractWriter<>((Class<IndexedRecord>) type)
                    : new GenericDatumWriter<>(schema);
        }
    }
}
