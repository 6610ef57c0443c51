package dev.twinwatch.stream.alerts;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.registry.UnknownSchemaException;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.serde.UnreadableRecordException;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.kafka.NoRights;
import dev.twinwatch.stream.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the topic of alerts; sees only what was committed, and belongs to no group. */
public final class AlertFeed {
    private static final Logger LOG = LoggerFactory.getLogger(AlertFeed.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Settings settings;
    private final SchemaRegistry registry;

    /** The alerts of one watch. */
    public AlertFeed(Settings settings, SchemaRegistry registry) {
        this.settings = settings;
        this.registry = registry;
    }

    /**
     * Hands on each alert until the listener wants no more.
     *
     * @param fromBeginning whether those that stand on the topic already count too
     * @param wantsMore hears of an alert
     * @throws IllegalStateException where this user may not read the topic, with how to grant it
     */
    public void follow(boolean fromBeginning, Predicate<Alert> wantsMore) {
        String topic = settings.topics().alerts();
        try (Consumer<byte[], byte[]> consumer = new Clients(settings).consumer();
                AvroDeserializer<Alert> deserializer = new AvroDeserializer<>(registry, Alert.class)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            if (fromBeginning) {
                consumer.seekToBeginning(partitions);
            } else {
                consumer.seekToEnd(partitions);
            }
            while (true) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (!isWanted(record, deserializer, wantsMore)) {
                        return;
                    }
                }
            }
        } catch (KafkaException e) {
            throw new NoRights(settings).asked(e, AclOperation.READ);
        }
    }

    private static boolean isWanted(
            ConsumerRecord<byte[], byte[]> record, AvroDeserializer<Alert> deserializer, Predicate<Alert> wantsMore) {
        try {
            Alert alert = deserializer.deserialize(record.topic(), record.value());
            return alert == null || wantsMore.test(alert);
        } catch (UnreadableRecordException | UnknownSchemaException e) {
            LOG.warn("record {} of topic {} is passed over: {}", record.offset(), record.topic(), e.getMessage());
            return true;
        }
    }
}
