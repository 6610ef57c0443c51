package dev.twinwatch.stream.alerts;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Score;
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
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the topics of alerts and of scores; sees only what was committed, and belongs to no group. */
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
        follow(settings.topics().alerts(), Alert.class, fromBeginning, wantsMore);
    }

    /** Likewise each event below the limit that is offered for review. */
    public void followReviews(boolean fromBeginning, Predicate<Score> wantsMore) {
        follow(
                settings.topics().scores(),
                Score.class,
                fromBeginning,
                score -> !score.getReview() || wantsMore.test(score));
    }

    private <T extends SpecificRecord> void follow(
            String topic, Class<T> type, boolean fromBeginning, Predicate<T> wantsMore) {
        try (Consumer<byte[], byte[]> consumer = new Clients(settings).consumer();
                AvroDeserializer<T> deserializer = new AvroDeserializer<>(registry, type)) {
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

    private static <T extends SpecificRecord> boolean isWanted(
            ConsumerRecord<byte[], byte[]> record, AvroDeserializer<T> deserializer, Predicate<T> wantsMore) {
        try {
            T value = deserializer.deserialize(record.topic(), record.value());
            return value == null || wantsMore.test(value);
        } catch (UnreadableRecordException | UnknownSchemaException e) {
            LOG.warn("record {} of topic {} is passed over: {}", record.offset(), record.topic(), e.getMessage());
            return true;
        }
    }
}
