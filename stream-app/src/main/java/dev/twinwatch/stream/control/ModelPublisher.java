package dev.twinwatch.stream.control;

import dev.twinwatch.contracts.Audit;
import dev.twinwatch.contracts.BundleChunk;
import dev.twinwatch.contracts.Control;
import dev.twinwatch.contracts.ModelPointer;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.registry.UnknownSchemaException;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.serde.AvroSerializer;
import dev.twinwatch.serde.UnreadableRecordException;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.kafka.NoRights;
import dev.twinwatch.stream.kafka.WholeTopic;
import dev.twinwatch.stream.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;

/** Publishes a model: its bundle in pieces, the pointer to it and who did so, in one transaction. */
public final class ModelPublisher {
    private static final String POINTER_KEY = "model";

    private final Settings settings;
    private final Clients clients;
    private final SchemaRegistry registry;

    /** For one watch. */
    public ModelPublisher(Settings settings, SchemaRegistry registry) {
        this.settings = settings;
        this.clients = new Clients(settings);
        this.registry = registry;
    }

    /**
     * Validates a bundle as the service will, then publishes it as the live model. Of two that publish at the same time one
     * fails, since both use the same transactional id.
     *
     * @param who whom the audit names
     * @param why free text, may be empty
     * @throws IllegalArgumentException where the bundle is not valid or of another watch
     */
    public Published publish(byte[] bytes, String who, String why) {
        Bundle bundle = check(bytes);
        try (Producer<byte[], byte[]> producer =
                clients.transactional(settings.topics().control() + "-publisher")) {
            producer.initTransactions();
            // After the line above nobody else can publish, so that the pointer read now is the last one.
            Optional<ModelPointer> before = newestPointer();
            ModelPointer after = new ModelPointer(
                    bundle.version(), null, before.map(ModelPointer::getEpoch).orElse(0L) + 1);
            producer.beginTransaction();
            try {
                Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
                for (BundleChunk chunk : Chunks.of(bundle.version(), bytes)) {
                    String key = "bundle/" + bundle.version() + "/" + chunk.getIndex();
                    send(producer, settings.topics().control(), key, new Control(at, who, why, chunk));
                }
                send(producer, settings.topics().control(), POINTER_KEY, new Control(at, who, why, after));
                String live = before.map(ModelPointer::getLive).orElse(null);
                send(
                        producer,
                        settings.topics().audit(),
                        POINTER_KEY,
                        new Audit(at, who, why, POINTER_KEY, live, after.getLive()));
                producer.commitTransaction();
            } catch (ProducerFencedException e) {
                throw new IllegalStateException(
                        "somebody else publishes a model of this watch now: look at what is live,"
                                + " then publish again if still needed",
                        e);
            } catch (RuntimeException e) {
                // Left open, it would hold up every reader of the topic until it times out.
                producer.abortTransaction();
                throw e;
            }
            return new Published(bundle.version(), after.getEpoch());
        } catch (KafkaException e) {
            throw new NoRights(settings).asked(e, AclOperation.WRITE);
        }
    }

    /**
     * Reads a bundle and validates it as the service will; asks nothing of Kafka or the registry.
     *
     * @throws IllegalArgumentException where it is not valid or of another watch
     */
    public Bundle check(byte[] bytes) {
        Bundle bundle = BundleFile.read(bytes);
        BundleCheck.fits(Layout.of(settings.watch()), bundle);
        return bundle;
    }

    /** What was published: the version of the bundle and the epoch from which it is live. */
    public record Published(String version, long epoch) {}

    private void send(Producer<byte[], byte[]> producer, String topic, String key, SpecificRecord value) {
        try (AvroSerializer<SpecificRecord> serializer = new AvroSerializer<>(registry, settings.serde())) {
            // What fails here fails the commit.
            var unused = producer.send(new ProducerRecord<>(
                    topic, key.getBytes(StandardCharsets.UTF_8), serializer.serialize(topic, value)));
        }
    }

    private Optional<ModelPointer> newestPointer() {
        AtomicReference<@Nullable ModelPointer> newest = new AtomicReference<>();
        try (AvroDeserializer<Control> deserializer = new AvroDeserializer<>(registry, Control.class)) {
            new WholeTopic(clients, settings.topics().control())
                    .read(record -> pointer(record, deserializer)
                            .filter(next -> {
                                ModelPointer known = newest.get();
                                return known == null || next.getEpoch() > known.getEpoch();
                            })
                            .ifPresent(newest::set));
        }
        return Optional.ofNullable(newest.get());
    }

    /** Empty for all else; a record that cannot be read names no epoch that anyone follows. */
    private static Optional<ModelPointer> pointer(
            ConsumerRecord<byte[], byte[]> record, AvroDeserializer<Control> deserializer) {
        if (record.key() == null || !new String(record.key(), StandardCharsets.UTF_8).equals(POINTER_KEY)) {
            return Optional.empty();
        }
        try {
            Control control = deserializer.deserialize(record.topic(), record.value());
            return control != null && control.getChange() instanceof ModelPointer pointer
                    ? Optional.of(pointer)
                    : Optional.empty();
        } catch (UnreadableRecordException | UnknownSchemaException e) {
            return Optional.empty();
        }
    }
}
