package dev.twinwatch.trainer.source;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic from its beginning to where it ends when reading starts; only committed records, in no consumer group. */
final class TopicReader {
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int POLLS_WITHOUT_PROGRESS = 30;

    private final String topic;
    private final String place;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private double share = Double.NaN;

    TopicReader(String topic, String servers, Supplier<Consumer<byte[], byte[]>> consumers) {
        this.topic = topic;
        this.place = "topic " + topic + " at " + servers;
        this.consumers = consumers;
    }

    /**
     * Of a cluster.
     *
     * @param servers as in bootstrap.servers: host:port, more of them with commas
     * @param client other settings of Kafka's consumer, such as those of security
     */
    static TopicReader of(String servers, String topic, Map<String, ?> client) {
        return new TopicReader(topic, servers, () -> new KafkaConsumer<>(settings(servers, client)));
    }

    private static Map<String, Object> settings(String servers, Map<String, ?> client) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return settings;
    }

    /** For messages. */
    String place() {
        return place;
    }

    /** How much of it was handed out so far, 0 to 1; NaN before. */
    double share() {
        return share;
    }

    /**
     * Hands out each record, in the order of its partition.
     *
     * @param wantsMore asked between two records
     * @throws SourceException where it cannot be read to its end
     */
    void forEach(BooleanSupplier wantsMore, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> visitor) {
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            int idle = 0;
            while (wantsMore.getAsBoolean() && !hasReached(consumer, ends)) {
                boolean progress = false;
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    progress = true;
                    Long end = ends.get(new TopicPartition(record.topic(), record.partition()));
                    if (wantsMore.getAsBoolean() && end != null && record.offset() < end) {
                        visitor.accept(record);
                    }
                }
                share = share(consumer, starts, ends);
                idle = progress ? 0 : idle + 1;
                if (idle == POLLS_WITHOUT_PROGRESS) {
                    throw new SourceException(place + " gave no record for " + idle * POLL.toSeconds()
                            + " seconds before its end: check that the brokers of all partitions are up");
                }
            }
        } catch (KafkaException e) {
            throw new SourceException(
                    place + " cannot be read: " + reason(e)
                            + ": check the address, the permissions and the settings of the client",
                    e);
        }
    }

    /** The first cause tells most; but what Kafka says of a JAAS text may quote a word of it, such as a password. */
    private static String reason(KafkaException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String words = String.valueOf(cause.getMessage());
        return words.contains("JAAS") ? "sasl.jaas.config is missing or cannot be understood" : words;
    }

    private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
        List<PartitionInfo> known = consumer.partitionsFor(topic);
        if (known == null || known.isEmpty()) {
            throw new SourceException(place + " does not exist: check its name");
        }
        return known.stream()
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
    }

    /** Positions and not records tell: the last offsets of a partition can be marks of transactions. */
    private static boolean hasReached(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static double share(
            Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> starts, Map<TopicPartition, Long> ends) {
        double read = 0;
        double all = 0;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            long start = starts.getOrDefault(end.getKey(), 0L);
            read += Math.min(end.getValue(), consumer.position(end.getKey())) - start;
            all += end.getValue() - start;
        }
        return all == 0 ? 1 : read / all;
    }
}
