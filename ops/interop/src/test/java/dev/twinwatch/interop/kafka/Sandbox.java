package dev.twinwatch.interop.kafka;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.sandbox.demo.Servers;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.serde.AvroSerializer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/** A real broker and a registry, and our own side of what is exchanged over them. */
final class Sandbox implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Servers servers;
    private final SchemaRegistry registry;

    private Sandbox(Servers servers) {
        this.servers = servers;
        this.registry = SchemaRegistry.from(Map.of("schema.registry.url", servers.registryUrl()));
    }

    static Sandbox start(Path folder) {
        return new Sandbox(Servers.start(folder, 0, 0));
    }

    String broker() {
        return servers.bootstrapServers();
    }

    String registryUrl() {
        return servers.registryUrl();
    }

    void createTopic(String name) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker()))) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        }
    }

    /** As the service writes them: keyed by entity, in transactions, of which the second is aborted. */
    void writeAlerts(String topic, Alert committed, Alert aborted, Alert committedLast) {
        Map<String, Object> properties = Map.of("bootstrap.servers", broker(), "transactional.id", topic);
        try (var producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            begin(producer, topic, committed);
            producer.commitTransaction();
            begin(producer, topic, aborted);
            producer.flush();
            producer.abortTransaction();
            begin(producer, topic, committedLast);
            producer.commitTransaction();
        }
    }

    private void begin(KafkaProducer<byte[], byte[]> producer, String topic, Alert alert) {
        byte[] key = alert.getEntity().getBytes(StandardCharsets.UTF_8);
        byte[] value = writable(topic, alert);
        producer.beginTransaction();
        // A failure is thrown by the end of the transaction.
        var unused = producer.send(new ProducerRecord<>(topic, key, value));
    }

    /** Waits for so many records of a topic with one partition. */
    List<ConsumerRecord<byte[], byte[]>> read(String topic, int count) {
        List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
        Map<String, Object> properties = Map.of("bootstrap.servers", broker());
        try (var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            Awaitility.await().atMost(LONGEST).pollDelay(Duration.ZERO).until(() -> {
                consumer.poll(Duration.ofMillis(50)).forEach(read::add);
                return read.size() >= count;
            });
        }
        return read;
    }

    /** The bytes of an alert by our serde, as they go into a topic. */
    byte[] writable(String topic, Alert alert) {
        return Objects.requireNonNull(
                new AvroSerializer<IndexedRecord>(registry).serialize(topic, alert), "an alert is never null");
    }

    /** The record in bytes of a topic, by our serde. */
    String readable(byte[] value) {
        return String.valueOf(new AvroDeserializer<>(registry).deserialize("any", value));
    }

    Alert alert(byte[] value) {
        return Objects.requireNonNull(
                new AvroDeserializer<>(registry, Alert.class).deserialize("any", value), "an alert is never null");
    }

    @Override
    public void close() {
        servers.close();
    }
}
