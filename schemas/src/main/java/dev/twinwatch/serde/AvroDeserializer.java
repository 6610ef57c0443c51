package dev.twinwatch.serde;

import dev.twinwatch.contracts.TrustedContracts;
import dev.twinwatch.registry.BoundedCache;
import dev.twinwatch.registry.SchemaRegistry;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads Avro records in Confluent's wire format, as GenericRecord or as generated classes; null stays null.
 *
 * <p>Throws {@link UnreadableRecordException} if the record is at fault. What the registry throws is passed on: after
 * {@link dev.twinwatch.registry.UnknownSchemaException} the record may be given up, after the others it must not be.
 * Generated classes outside dev.twinwatch.contracts must be trusted with Avro's ClassSecurityValidator first.
 */
public final class AvroDeserializer<T extends IndexedRecord> implements Deserializer<T> {
    private static final int CACHED_READERS = 1_000;

    static {
        TrustedContracts.allow();
    }

    private final @Nullable Class<T> type;
    private @Nullable SchemaRegistry registry;
    private SerdeSettings settings = SerdeSettings.OF_VALUES;
    private BoundedCache<Integer, DatumReader<T>> readers = new BoundedCache<>(CACHED_READERS);

    /** For Kafka, which calls {@link #configure(Map, boolean)} next. */
    public AvroDeserializer() {
        this.type = null;
    }

    /** For values as GenericRecord, with a registry client that others may use too. */
    public AvroDeserializer(SchemaRegistry registry) {
        this.type = null;
        this.registry = registry;
    }

    /**
     * For values as this generated class, whatever specific.avro.reader says.
     *
     * @throws SecurityException if Avro does not trust the class
     */
    public AvroDeserializer(SchemaRegistry registry, Class<T> type) {
        // Now and not at the first record, which would take the blame.
        ClassSecurityValidator.validate(type);
        this.type = type;
        this.registry = registry;
    }

    /** Takes the keys of {@link SerdeSettings#from}, and those of the registry unless one was given before. */
    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        configure(registry != null ? registry : SchemaRegistry.from(configs), SerdeSettings.from(configs, isKey));
    }

    void configure(SchemaRegistry newRegistry, SerdeSettings newSettings) {
        registry = newRegistry;
        settings = newSettings;
        readers = new BoundedCache<>(CACHED_READERS);
    }

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] data) {
        if (data == null) {
            return null;
        }
        if (data.length > settings.maxRecordBytes()) {
            throw new UnreadableRecordException(
                    "record of topic " + topic + " has " + data.length + " bytes, read are at most "
                            + settings.maxRecordBytes() + ": if such records are expected, raise "
                            + SerdeSettings.MAX_RECORD_BYTES,
                    null);
        }
        int id = WireFormat.schemaIdIn(data, topic);
        var reader = readers.get(id, this::readerFor);
        try {
            var body = DecoderFactory.get()
                    .binaryDecoder(data, WireFormat.HEADER_BYTES, data.length - WireFormat.HEADER_BYTES, null);
            return reader.read(null, body);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // StackOverflowError: a schema that contains itself, and bytes that nest it without end.
            throw new UnreadableRecordException(
                    "record of topic " + topic + " (" + data.length + " bytes, schema id " + id
                            + ") cannot be decoded: " + e + ": its bytes were cut or written with another schema,"
                            + " look at its producer",
                    e);
        }
    }

    private DatumReader<T> readerFor(int id) {
        if (registry == null) {
            throw new IllegalStateException("AvroDeserializer has no registry: call configure(...) before deserialize");
        }
        var written = registry.schemaById(id);
        if (written.getType() != Schema.Type.RECORD) {
            throw new UnreadableRecordException(
                    "schema id " + id + " is " + written + ": only records are read, change the producer", null);
        }
        if (type == null && !settings.specificReader()) {
            return new GenericDatumReader<>(written);
        }
        Class<?> generated = type != null ? type : generatedClass(written);
        var model = SpecificData.getForClass(generated);
        return new SpecificDatumReader<>(written, model.getSchema(generated), model);
    }

    private static Class<?> generatedClass(Schema written) {
        Class<?> generated;
        try {
            generated = SpecificData.get().getClass(written);
        } catch (SecurityException e) {
            throw new UnreadableRecordException(
                    "class " + written.getFullName() + " is not trusted by Avro: allow its package with"
                            + " ClassSecurityValidator, or set specific.avro.reader to false",
                    e);
        }
        if (generated == null) {
            throw new UnreadableRecordException(
                    "no generated class " + written.getFullName()
                            + " is on the class path: add it, or set specific.avro.reader to false",
                    null);
        }
        return generated;
    }
}
