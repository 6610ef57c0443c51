package dev.twinwatch.stream.control;

import dev.twinwatch.contracts.Audit;
import dev.twinwatch.contracts.BundleChunk;
import dev.twinwatch.contracts.Control;
import dev.twinwatch.contracts.ModelPointer;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.kafka.NoRights;
import dev.twinwatch.stream.kafka.WholeTopic;
import dev.twinwatch.stream.settings.Settings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;

/** Publishes a model: its bundle in pieces, the pointer to it and who did so, in one transaction. */
public final class ModelPublisher {
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
     * @throws IllegalStateException where what is live now cannot be read, somebody else publishes, or a right is missing
     */
    public Published publish(byte[] bytes, String who, String why) {
        Bundle bundle = check(bytes);
        try (Producer<byte[], byte[]> producer = clients.transactional(transactionalId(settings))) {
            producer.initTransactions();
            // After the line above nobody else can publish, so that the pointer read now is the last one.
            Optional<ModelPointer> before = newestPointer();
            ModelPointer after = new ModelPointer(
                    bundle.version(),
                    null,
                    before.map(ModelPointer::getEpoch).orElse(0L) + 1,
                    before.map(ModelPointer::getLive).orElse(null));
            Transaction.of(producer, () -> write(producer, bundle.version(), bytes, before, after, who, why));
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

    /** Starts as the ids of the service do, so that one right is enough for both. */
    static String transactionalId(Settings settings) {
        return settings.applicationId() + "-publisher";
    }

    private void write(
            Producer<byte[], byte[]> producer,
            String version,
            byte[] bytes,
            Optional<ModelPointer> before,
            ModelPointer after,
            String who,
            String why) {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        ControlWriter writer = new ControlWriter(settings, registry, producer);
        for (BundleChunk chunk : Chunks.of(version, bytes)) {
            writer.control("bundle/" + version + "/" + chunk.getIndex(), new Control(at, who, why, chunk));
        }
        writer.control(NewestPointer.KEY, new Control(at, who, why, after));
        String live = before.map(ModelPointer::getLive).orElse(null);
        writer.audit(new Audit(at, who, why, NewestPointer.KEY, live, after.getLive()));
    }

    private Optional<ModelPointer> newestPointer() {
        NewestPointer newest = new NewestPointer(registry);
        new WholeTopic(clients, settings.topics().control()).read(newest::take);
        return newest.found();
    }
}
