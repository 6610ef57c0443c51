package dev.twinwatch.stream.control;

import dev.twinwatch.contracts.BundleChunk;
import dev.twinwatch.contracts.Control;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.registry.UnknownSchemaException;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.serde.UnreadableRecordException;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.kafka.WholeTopic;
import dev.twinwatch.stream.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The file of a bundle, put together from the control topic. */
public final class ReleasedBundle {
    private final String version;
    private final AvroDeserializer<Control> deserializer;
    private @Nullable Chunks chunks;
    private byte @Nullable [] whole;

    private ReleasedBundle(String version, SchemaRegistry registry) {
        this.version = version;
        this.deserializer = new AvroDeserializer<>(registry, Control.class);
    }

    /**
     * Reads it from the topic.
     *
     * @throws RefusedReleaseException where it cannot be used, or was retired meanwhile
     */
    public static byte[] read(Settings settings, SchemaRegistry registry, Release release) {
        release.usable();
        ReleasedBundle bundle = new ReleasedBundle(release.version(), registry);
        new WholeTopic(new Clients(settings), settings.topics().control()).read(bundle::take);
        return Optional.ofNullable(bundle.whole)
                .orElseThrow(() -> new RefusedReleaseException(
                        RefusedReleaseException.Reason.UNKNOWN,
                        "model " + release.shortVersion() + " is no longer on the topic",
                        ": `twinwatch models list` shows which are"));
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (whole != null || record.key() == null || record.value() == null) {
            return;
        }
        boolean ours = BundleKey.of(new String(record.key(), StandardCharsets.UTF_8))
                .filter(key -> key.version().equals(version))
                .isPresent();
        if (!ours) {
            return;
        }
        try {
            Control control = deserializer.deserialize(record.topic(), record.value());
            if (control != null && control.getChange() instanceof BundleChunk chunk) {
                chunks = chunks == null ? new Chunks(chunk) : chunks;
                chunks.add(chunk).ifPresent(bytes -> whole = bytes);
            }
        } catch (IllegalArgumentException | UnreadableRecordException | UnknownSchemaException e) {
            // A bad piece that a later one replaced, or the bundle would not be one that can be used.
            chunks = null;
        }
    }
}
