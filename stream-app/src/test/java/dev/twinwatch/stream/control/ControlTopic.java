package dev.twinwatch.stream.control;

import dev.twinwatch.contracts.BundleChunk;
import dev.twinwatch.contracts.Control;
import dev.twinwatch.contracts.ModelPointer;
import dev.twinwatch.engine.bundle.Sha256;
import dev.twinwatch.registry.InMemorySchemaRegistry;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.serde.AvroSerializer;
import dev.twinwatch.stream.Purchases;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The records of a control topic, one millisecond after the other. */
final class ControlTopic {
    private static final String TOPIC = "purchases.control.v1";

    private final SchemaRegistry registry = new InMemorySchemaRegistry();
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

    /** A bundle in pieces; its version. */
    String add(byte[] bundle) {
        String version = Sha256.of(bundle);
        Chunks.of(version, bundle).forEach(this::add);
        return version;
    }

    void add(BundleChunk chunk) {
        add(new BundleKey(chunk.getVersion(), chunk.getIndex()).text(), chunk);
    }

    void takeBack(String version, int index) {
        append(new BundleKey(version, index).text(), null);
    }

    void point(String live, @Nullable String shadow, long epoch, @Nullable String previous) {
        add(NewestPointer.KEY, new ModelPointer(live, shadow, epoch, previous));
    }

    void point(ModelPointer pointer) {
        add(NewestPointer.KEY, pointer);
    }

    Releases releases() {
        ReleaseReader reader = new ReleaseReader(Purchases.LAYOUT, registry);
        records.forEach(reader::take);
        return reader.found();
    }

    private void add(String key, Object change) {
        Control control = new Control(Instant.ofEpochMilli(records.size()), "eve", "because", change);
        try (var serializer = new AvroSerializer<Control>(registry)) {
            append(key, serializer.serialize(TOPIC, control));
        }
    }

    private void append(String key, byte @Nullable [] value) {
        records.add(new ConsumerRecord<>(TOPIC, 0, records.size(), key.getBytes(StandardCharsets.UTF_8), value));
    }
}
