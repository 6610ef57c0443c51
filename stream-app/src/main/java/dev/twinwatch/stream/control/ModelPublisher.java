package dev.twinwatch.stream.control;

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
import dev.twinwatch.stream.kafka.WholeTopic;
import dev.twinwatch.stream.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.ProducerFencedException;

/** Publishes a model: its bundle in pieces, then the pointer to it, in one transaction. */
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
        Bundle bundle = BundleFile.read(bytes);
        BundleCheck.fits(Layout.of(settings.watch()), bundle);
        try (Producer<byte[], byte[]> producer =
                clients.transactional(settings.topics().control() + "-publisher")) {
            producer.initTransactions();
            // After the line above nobody else can publish, so that the epoch read now is the last one.
            long epoch = lastEpoch() + 1;
            producer.beginTransaction();
            try (AvroSerializer<Control> serializer = new AvroSerializer<>(registry)) {
                Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
                for (BundleChunk chunk : Chunks.of(bundle.version(), bytes)) {
                    String key = "bundle/" + bundle.version() + "/" + chunk.getIndex();
                    send(producer, serializer, key, new Control(at, who, why, chunk));
                }
                ModelPointer pointer = new ModelPointer(bundle.version(), null, epoch);
                send(producer, serializer, POINTER_KEY, new Control(at, who, why, pointer));
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
            return new Published(bundle.version(), epoch);
        }
    }

    /** What was published: the version of the bundle and the epoch from which it is live. */
    public record Published(String version, long epoch) {}

    private void send(
            Producer<byte[], byte[]> producer, AvroSerializer<Control> serializer, String key, Control control) {
        String topic = settings.topics().control();
        // What fails here fails the commit.
        var unused = producer.send(new ProducerRecord<>(
                topic, key.getBytes(StandardCharsets.UTF_8), serializer.serialize(topic, control)));
    }

    private long lastEpoch() {
        AtomicLong last = new AtomicLong();
        try (AvroDeserializer<Control> deserializer = new AvroDeserializer<>(registry, Control.class)) {
            new WholeTopic(clients, settings.topics().control())
                    .read(record -> last.accumulateAndGet(epochOf(record, deserializer), Math::max));
        }
        return last.get();
    }

    /** 0 for all but pointers; a record that cannot be read names no epoch that anyone follows. */
    private static long epochOf(ConsumerRecord<byte[], byte[]> record, AvroDeserializer<Control> deserializer) {
        if (record.key() == null || !new String(record.key(), StandardCharsets.UTF_8).equals(POINTER_KEY)) {
            return 0;
        }
        try {
            Control control = deserializer.deserialize(record.topic(), record.value());
            return control != null && control.getChange() instanceof ModelPointer pointer ? pointer.getEpoch() : 0;
        } catch (UnreadableRecordException | UnknownSchemaException e) {
            return 0;
        }
    }
}
