package dev.twinwatch.stream.control;

import dev.twinwatch.contracts.Audit;
import dev.twinwatch.contracts.Control;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.serde.AvroSerializer;
import dev.twinwatch.stream.settings.Settings;
import java.nio.charset.StandardCharsets;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Records of the topics of control and audit on their way, inside of a transaction. */
final class ControlWriter {
    private final Settings settings;
    private final SchemaRegistry registry;
    private final Producer<byte[], byte[]> producer;

    ControlWriter(Settings settings, SchemaRegistry registry, Producer<byte[], byte[]> producer) {
        this.settings = settings;
        this.registry = registry;
        this.producer = producer;
    }

    /** Null takes back what stood under the key. */
    void control(String key, @Nullable Control change) {
        send(settings.topics().control(), key, change);
    }

    void audit(Audit audit) {
        send(settings.topics().audit(), audit.getWhat(), audit);
    }

    /** What fails here fails the commit. */
    private void send(String topic, String key, @Nullable SpecificRecord value) {
        try (AvroSerializer<SpecificRecord> serializer = new AvroSerializer<>(registry, settings.serde())) {
            byte[] bytes = value == null ? null : serializer.serialize(topic, value);
            var unused = producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), bytes));
        }
    }
}
