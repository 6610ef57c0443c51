package dev.twinwatch.retrainer;

import dev.twinwatch.contracts.Audit;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.serde.AvroSerializer;
import dev.twinwatch.stream.control.ModelPublisher;
import dev.twinwatch.stream.control.Place;
import dev.twinwatch.stream.control.Terms;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Releases what passed the gates, and says in the audit what did not. */
final class Releases {
    private final Settings settings;
    private final SchemaRegistry registry;

    Releases(Settings settings, SchemaRegistry registry) {
        this.settings = settings;
        this.registry = registry;
    }

    /** Publishes a bundle as the settings say; returns its SHA-256. */
    String release(byte[] bundle, String why) {
        return new ModelPublisher(settings, registry)
                .publish(
                        bundle,
                        settings.retraining().live() ? Place.LIVE : Place.SHADOW,
                        // Both models were held against each other on the same events, which says more than the figures
                        // of two
                        // trainings.
                        Terms.by(Steps.WHO, why).force())
                .version();
    }

    /** Notes a candidate that was not released. */
    void refused(String id, @Nullable String live, String why) throws InterruptedException {
        String what = "retraining/" + id;
        String topic = settings.topics().audit();
        Audit audit = new Audit(Instant.now().truncatedTo(ChronoUnit.MILLIS), Steps.WHO, why, what, live, live);
        try (Producer<byte[], byte[]> producer = new Clients(settings).producer();
                AvroSerializer<Audit> serializer = new AvroSerializer<>(registry, settings.serde())) {
            producer.send(new ProducerRecord<>(
                            topic, what.getBytes(StandardCharsets.UTF_8), serializer.serialize(topic, audit)))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "the refusal was not written to topic " + topic + " (" + e.getCause()
                            + "): see that the brokers are up",
                    e);
        }
    }
}
