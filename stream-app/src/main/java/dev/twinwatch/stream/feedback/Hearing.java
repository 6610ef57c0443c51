package dev.twinwatch.stream.feedback;

import dev.twinwatch.contracts.Audit;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.registry.UnknownSchemaException;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.serde.UnreadableRecordException;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.kafka.NoRights;
import dev.twinwatch.stream.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for the running service to say in its audit what came of feedback; opened before the feedback is written. */
public final class Hearing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final String FEEDBACK = "feedback/";
    private static final Audit NONE = new Audit(Instant.EPOCH, "", "", "", null, null);

    private final Consumer<byte[], byte[]> consumer;
    private final AvroDeserializer<Audit> deserializer;

    private Hearing(Consumer<byte[], byte[]> consumer, AvroDeserializer<Audit> deserializer) {
        this.consumer = consumer;
        this.deserializer = deserializer;
    }

    /** From now on; throws IllegalStateException where this user may not read the audit, with how to grant it. */
    public static Hearing open(Settings settings, SchemaRegistry registry) {
        Consumer<byte[], byte[]> consumer = new Clients(settings).consumer();
        try {
            return from(consumer, settings.topics().audit(), registry);
        } catch (KafkaException e) {
            consumer.close();
            throw new NoRights(settings).asked(e, AclOperation.READ);
        }
    }

    static Hearing from(Consumer<byte[], byte[]> consumer, String topic, SchemaRegistry registry) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.endOffsets(partitions).forEach(consumer::seek);
        return new Hearing(consumer, new AvroDeserializer<>(registry, Audit.class));
    }

    /**
     * Returns when all of it was heard, or that time is over.
     *
     * @param pieces how many there are about each event
     * @param who said so
     */
    public Heard await(Map<String, Integer> pieces, String who, Duration longest) {
        Map<String, Integer> open = new HashMap<>(pieces);
        Heard heard = Heard.NOTHING;
        long end = System.nanoTime() + longest.toNanos();
        while (!open.isEmpty() && System.nanoTime() < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                Audit audit = read(record);
                String after = audit.getAfter();
                if (after != null
                        && audit.getWho().equals(who)
                        && audit.getWhat().startsWith(FEEDBACK)
                        && took(open, audit.getWhat().substring(FEEDBACK.length()))) {
                    heard = heard.and(after);
                }
            }
        }
        return heard.lacking(
                open.values().stream().mapToLong(Integer::longValue).sum());
    }

    private static boolean took(Map<String, Integer> open, String id) {
        boolean wanted = open.containsKey(id);
        open.computeIfPresent(id, (key, left) -> left == 1 ? null : left - 1);
        return wanted;
    }

    /** What is no audit names nothing. */
    private Audit read(ConsumerRecord<byte[], byte[]> record) {
        try {
            Audit audit = deserializer.deserialize(record.topic(), record.value());
            if (audit != null) {
                return audit;
            }
        } catch (UnreadableRecordException | UnknownSchemaException e) {
            LOG.warn("record {} of topic {} is passed over: {}", record.offset(), record.topic(), e.getMessage());
        }
        return NONE;
    }

    @Override
    public void close() {
        consumer.close();
        deserializer.close();
    }
}
