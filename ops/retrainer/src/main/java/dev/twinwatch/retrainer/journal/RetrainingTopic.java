package dev.twinwatch.retrainer.journal;

import dev.twinwatch.contracts.Retraining;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.registry.UnknownSchemaException;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.serde.AvroSerializer;
import dev.twinwatch.serde.UnreadableRecordException;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.kafka.NoRights;
import dev.twinwatch.stream.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclOperation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topic of retraining of one watch. */
public final class RetrainingTopic {
    private static final Logger LOG = LoggerFactory.getLogger(RetrainingTopic.class);

    private final Settings settings;
    private final SchemaRegistry registry;

    /** Of these settings. */
    public RetrainingTopic(Settings settings, SchemaRegistry registry) {
        this.settings = settings;
        this.registry = registry;
    }

    /** Its name. */
    public String name() {
        return settings.topics().retraining();
    }

    /** Writes one step and waits until it is there; throws IllegalStateException where it cannot, with what to do. */
    public void write(Retraining step) throws InterruptedException {
        try (Producer<byte[], byte[]> producer = new Clients(settings).producer();
                AvroSerializer<Retraining> serializer = new AvroSerializer<>(registry, settings.serde())) {
            producer.send(new ProducerRecord<>(
                            name(), step.getId().getBytes(StandardCharsets.UTF_8), serializer.serialize(name(), step)))
                    .get();
        } catch (ExecutionException e) {
            throw new NoRights(settings)
                    .asked(
                            new IllegalStateException(
                                    "step " + step.getWhat() + " was not written to topic " + name() + " ("
                                            + e.getCause() + "): see that the brokers are up",
                                    e),
                            AclOperation.WRITE);
        }
    }

    /** The step in a record; empty for one that is none, which is passed over. */
    public Optional<Retraining> stepIn(ConsumerRecord<byte[], byte[]> record) {
        try (AvroDeserializer<Retraining> deserializer = new AvroDeserializer<>(registry, Retraining.class)) {
            return Optional.ofNullable(deserializer.deserialize(record.topic(), record.value()));
        } catch (UnreadableRecordException | UnknownSchemaException e) {
            LOG.warn("record {} of topic {} is passed over: {}", record.offset(), record.topic(), e.getMessage());
            return Optional.empty();
        }
    }
}
