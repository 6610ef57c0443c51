package dev.twinwatch.stream.control;

import dev.twinwatch.contracts.Control;
import dev.twinwatch.contracts.ModelPointer;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.registry.UnknownSchemaException;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.serde.UnreadableRecordException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Finds the pointer with the highest epoch among all records of the control topic. */
final class NewestPointer {
    static final String KEY = "model";

    private final AvroDeserializer<Control> deserializer;
    private @Nullable ModelPointer newest;
    private @Nullable IllegalStateException unreadable;

    NewestPointer(SchemaRegistry registry) {
        this.deserializer = new AvroDeserializer<>(registry, Control.class);
    }

    /** Takes the next record, in the order of the topic. */
    void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null || !new String(record.key(), StandardCharsets.UTF_8).equals(KEY)) {
            return;
        }
        try {
            Control control = deserializer.deserialize(record.topic(), record.value());
            if (control != null && control.getChange() instanceof ModelPointer pointer) {
                unreadable = null;
                if (newest == null || pointer.getEpoch() > newest.getEpoch()) {
                    newest = pointer;
                }
            }
        } catch (UnreadableRecordException | UnknownSchemaException e) {
            unreadable = new IllegalStateException(
                    "what is live now stands at offset " + record.offset() + " of topic " + record.topic()
                            + " and cannot be read (" + e.getMessage() + "): nothing was published, since its epoch"
                            + " must not be used twice; see that schema.registry.url names the registry of the service,"
                            + " then publish again",
                    e);
        }
    }

    /**
     * The pointer; empty where there is none.
     *
     * @throws IllegalStateException where the last one on the topic cannot be read: its epoch may be the highest
     */
    Optional<ModelPointer> found() {
        if (unreadable != null) {
            throw unreadable;
        }
        return Optional.ofNullable(newest);
    }
}
