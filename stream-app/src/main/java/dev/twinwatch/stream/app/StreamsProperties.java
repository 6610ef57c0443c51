package dev.twinwatch.stream.app;

import dev.twinwatch.stream.settings.Settings;
import dev.twinwatch.stream.settings.StreamSettings;
import dev.twinwatch.stream.topology.BoundedRocksDb;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings as properties of Kafka Streams. */
public final class StreamsProperties {
    private StreamsProperties() {}

    /** What the user gave below `kafka:` counts most. */
    public static Properties of(Settings settings) {
        StreamSettings stream = settings.stream();
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
        properties.put(
                StreamsConfig.STATE_DIR_CONFIG,
                settings.state().folder().toAbsolutePath().toString());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, stream.threads());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, stream.guarantee());
        properties.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, stream.commitInterval().toMillis());
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, stream.cacheBytes());
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, stream.standbys());
        properties.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        properties.put(BoundedRocksDb.MEMORY, settings.state().memoryBytes());
        if (!stream.instanceId().isEmpty()) {
            properties.put(
                    StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), stream.instanceId());
        }
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        // Kafka's default of 45 s is how long nobody would decide after an instance was killed.
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        // Streams' own linger of 100 ms would be most of the latency; measured: 20 ms keeps the batches.
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 20);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 128 << 10);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        properties.putAll(settings.kafka());
        return properties;
    }
}
