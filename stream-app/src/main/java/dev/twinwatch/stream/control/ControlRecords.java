package dev.twinwatch.stream.control;

import dev.twinwatch.contracts.Control;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.registry.UnknownSchemaException;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.serde.UnreadableRecordException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of the control topic to what they say. A model that is refused is not live on this instance though it is on others, so
 * a schema that the registry does not know is waited for first.
 */
final class ControlRecords {
    /** Shorter than a start may take, and long enough for each replica of a registry to hear of a schema. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final AvroDeserializer<Control> deserializer;
    private final ControlLog log;
    private final LongSupplier nanos;
    /** When the schema was missing first; null again after a record that could be read. */
    private @Nullable Long missingSince;

    /** With a clock that only goes forward, as {@link System#nanoTime()}. */
    ControlRecords(SchemaRegistry registry, ControlLog log, LongSupplier nanos) {
        this.deserializer = new AvroDeserializer<>(registry, Control.class);
        this.log = log;
        this.nanos = nanos;
    }

    /**
     * Takes a record, or refuses it.
     *
     * @throws UnknownSchemaException where its schema may still become known: come again with the same record
     */
    void accept(ConsumerRecord<byte[], byte[]> record) {
        String key = record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
        try {
            Control change = deserializer.deserialize(record.topic(), record.value());
            missingSince = null;
            log.accept(record.offset(), key, change);
        } catch (UnknownSchemaException e) {
            long now = nanos.getAsLong();
            long since = missingSince == null ? now : missingSince;
            missingSince = since;
            if (now - since < LONGEST_WAIT.toNanos()) {
                throw e;
            }
            log.refuse(record.offset(), Instant.ofEpochMilli(record.timestamp()), String.valueOf(e.getMessage()));
        } catch (UnreadableRecordException e) {
            log.refuse(record.offset(), Instant.ofEpochMilli(record.timestamp()), String.valueOf(e.getMessage()));
        }
    }
}
