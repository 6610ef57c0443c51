package dev.twinwatch.stream.reading;

import dev.twinwatch.engine.features.EventReader;
import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.registry.UnknownSchemaException;
import dev.twinwatch.serde.UnreadableRecordException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the value of a record as an event: Avro where it starts with byte 0, a JSON object where its first byte that is no
 * blank is an opening brace.
 *
 * <p>Throws only what is not the record's fault: {@link dev.twinwatch.registry.RegistryUnavailableException} and
 * {@link dev.twinwatch.registry.RegistryRefusedException}.
 */
public final class EventBytes {
    private final EventReader reader;
    private final AvroFields avro;
    private final JsonFields json = new JsonFields();
    private final int mostBytes;

    /** For the events of one watch; owns buffers, so one thread at a time. */
    public EventBytes(Layout layout, SchemaRegistry registry, int mostBytes) {
        this.reader = new EventReader(layout);
        this.avro = new AvroFields(registry, mostBytes);
        this.mostBytes = mostBytes;
    }

    /** The event, or why the record is none. */
    public Reading read(byte @Nullable [] value, Origin origin) {
        if (value == null || value.length == 0) {
            return new Reading.Unreadable("record has no value: events are Avro records or JSON objects");
        }
        if (value.length > mostBytes) {
            return new Reading.Unreadable("record has " + value.length + " bytes, read are at most " + mostBytes
                    + ": if such records are expected, raise limits.record-bytes");
        }
        try {
            Fields fields = fields(value, origin);
            return fields == null ? new Reading.Unreadable(neither(value)) : understood(fields, origin);
        } catch (UnreadableRecordException | UnknownSchemaException e) {
            return new Reading.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Fields fields(byte[] value, Origin origin) {
        if (value[0] == 0) {
            return avro.of(value, origin.source());
        }
        return JsonFields.looksLikeObject(value) ? json.of(value) : null;
    }

    private Reading understood(Fields fields, Origin origin) {
        try {
            return reader.read(fields, origin);
        } catch (RuntimeException e) {
            // Whatever goes wrong between a decoded record and its fields is about this record: it must not stop the
            // rest.
            return new Reading.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static String neither(byte[] value) {
        return "record starts with byte 0x" + Integer.toHexString(value[0] & 0xff)
                + ": expected 0x00 (Avro with a schema" + " id of the registry) or { (a JSON object)";
    }
}
