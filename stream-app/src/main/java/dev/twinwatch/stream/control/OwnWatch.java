package dev.twinwatch.stream.control;

import dev.twinwatch.contracts.Control;
import dev.twinwatch.contracts.WatchVersion;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.serde.AvroSerializer;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.kafka.NoRights;
import dev.twinwatch.stream.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclOperation;

/**
 * Says on the control topic what the state of this service consists of, before it writes any: whoever runs the watch with other
 * fields later, or at the same time, can read it by that.
 */
public final class OwnWatch {
    private static final String WHO = "service";

    private final Settings settings;
    private final SchemaRegistry registry;

    /** For one watch. */
    public OwnWatch(Settings settings, SchemaRegistry registry) {
        this.settings = settings;
        this.registry = registry;
    }

    /** Under which it stands: the same for all watch files with the same fields. */
    static String key(Layout layout) {
        return "watch/" + HexFormat.of().toHexDigits(layout.fingerprint());
    }

    /**
     * Writes it, outside of any transaction: instances that start at the same time all write the same.
     *
     * @throws IllegalStateException where it cannot be written, with what to do
     */
    public void tell(Layout layout) throws InterruptedException {
        String topic = settings.topics().control();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Control told = new Control(
                now,
                WHO,
                "its state has these fields",
                new WatchVersion(layout.watch().yaml()));
        try (Producer<byte[], byte[]> producer = new Clients(settings).producer();
                AvroSerializer<Control> serializer = new AvroSerializer<>(registry, settings.serde())) {
            byte[] key = key(layout).getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(topic, key, serializer.serialize(topic, told)))
                    .get();
        } catch (ExecutionException e) {
            IllegalStateException failure = new IllegalStateException(
                    "the watch was not written to topic " + topic + " (" + e.getCause()
                            + "): see that the brokers are up, then start again",
                    e);
            throw new NoRights(settings).asked(failure, AclOperation.WRITE);
        }
    }
}
