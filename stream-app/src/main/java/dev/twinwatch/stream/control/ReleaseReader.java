package dev.twinwatch.stream.control;

import dev.twinwatch.contracts.BundleChunk;
import dev.twinwatch.contracts.Control;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.registry.UnknownSchemaException;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.serde.UnreadableRecordException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Finds all bundles and the newest pointer among the records of the control topic, and leaves the others unread. */
final class ReleaseReader {
    private final Layout layout;
    private final AvroDeserializer<Control> deserializer;
    private final NewestPointer pointer;
    private final Map<String, Pieces> bundles = new LinkedHashMap<>();

    ReleaseReader(Layout layout, SchemaRegistry registry) {
        this.layout = layout;
        this.deserializer = new AvroDeserializer<>(registry, Control.class);
        this.pointer = new NewestPointer(registry);
    }

    /** Takes the next record, in the order of the topic. */
    void take(ConsumerRecord<byte[], byte[]> record) {
        pointer.take(record);
        if (record.key() != null) {
            BundleKey.of(new String(record.key(), StandardCharsets.UTF_8)).ifPresent(key -> piece(key, record));
        }
    }

    /**
     * What was found.
     *
     * @throws IllegalStateException where the last pointer cannot be read
     */
    Releases found() {
        return Releases.of(pointer.found(), bundles);
    }

    private void piece(BundleKey key, ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            bundles.computeIfPresent(key.version(), (version, pieces) -> pieces.remove(key.index()) ? pieces : null);
            return;
        }
        Pieces pieces = bundles.computeIfAbsent(key.version(), version -> new Pieces(version, layout));
        try {
            Control control = deserializer.deserialize(record.topic(), record.value());
            if (control != null
                    && control.getChange() instanceof BundleChunk chunk
                    && chunk.getVersion().equals(key.version())) {
                pieces.add(key.index(), control, chunk);
            } else {
                pieces.refuse(key.index(), "under " + key.text() + " stands no piece of it: publish it again");
            }
        } catch (UnreadableRecordException | UnknownSchemaException e) {
            pieces.refuse(key.index(), String.valueOf(e.getMessage()));
        }
    }
}
