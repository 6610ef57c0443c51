package dev.twinwatch.stream.kafka;

import dev.twinwatch.stream.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes plain Kafka clients with the properties of the settings. */
public final class Clients {
    private final Map<String, String> properties;

    /** For the cluster of the settings. */
    public Clients(Settings settings) {
        this.properties = settings.kafka();
    }

    /** For topics. */
    public Admin admin() {
        return Admin.create(new HashMap<>(properties));
    }

    /** Reads only what was committed; belongs to no group. */
    public Consumer<byte[], byte[]> consumer() {
        Map<String, Object> config = new HashMap<>(properties);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The same as a member of a group, which shares partitions out among its members; it commits no offsets. */
    public Consumer<byte[], byte[]> member(String group) {
        Map<String, Object> config = new HashMap<>(properties);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Writes idempotently, acknowledged by all replicas. */
    public Producer<byte[], byte[]> producer() {
        return new KafkaProducer<>(new HashMap<>(properties), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Writes in transactions under this id; whoever had it before is shut out. */
    public Producer<byte[], byte[]> transactional(String id) {
        Map<String, Object> config = new HashMap<>(properties);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
