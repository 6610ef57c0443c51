package dev.twinwatch.stream.control;

import dev.twinwatch.contracts.Audit;
import dev.twinwatch.contracts.BundleChunk;
import dev.twinwatch.contracts.Control;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.kafka.NoRights;
import dev.twinwatch.stream.settings.Settings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;

/**
 * Changes which models are published and which of them is live, whoever asks: each change is one transaction with its audit
 * record. Of two at the same time one fails, since both use the same transactional id.
 *
 * <p>All methods throw {@link RefusedReleaseException} where the change is not made for a reason that stands on the topic, and
 * {@link IllegalStateException} where what is live now cannot be read, somebody else publishes, or a right is missing.
 */
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
     * What was changed.
     *
     * @param version SHA-256 of the bundle that it is about
     * @param epoch of the pointer from which it holds
     * @param note what whoever asked should know, such as why the gates did not judge; may be empty
     */
    public record Published(String version, long epoch, String note) {}

    /** As {@link #publish(byte[], Place, Terms)}: the live model, whatever the epoch. */
    public Published publish(byte[] bytes, String who, String why) {
        return publish(bytes, Place.LIVE, Terms.by(who, why));
    }

    /**
     * Validates a bundle as the service will, then publishes it.
     *
     * @throws IllegalArgumentException where the bundle is not valid or of another watch
     */
    public Published publish(byte[] bytes, Place place, Terms terms) {
        Bundle bundle = check(bytes);
        return point(
                terms,
                Chunks.of(bundle.version(), bytes),
                next -> next.published(place, bundle.version(), bundle.provenance()));
    }

    /**
     * Makes a published bundle the live model.
     *
     * @param name `shadow`, or the first digits of its version
     */
    public Published promote(String name, Terms terms) {
        return point(terms, List.of(), next -> next.promoted(name));
    }

    /**
     * Lets a published bundle score along.
     *
     * @param name `previous`, or the first digits of its version; empty: none does any more
     */
    public Published shadow(Optional<String> name, Terms terms) {
        return point(terms, List.of(), next -> name.map(next::shadowed).orElseGet(next::unshadowed));
    }

    /** Makes the model live again that was live before, whatever the gates say. */
    public Published rollback(Terms terms) {
        return point(terms, List.of(), NextPointer::rolledBack);
    }

    /**
     * Takes a bundle off the topic; neither the live one nor the shadow, and the one to which a rollback goes only by force.
     *
     * @param name `previous`, or the first digits of its version
     * @return its version
     */
    public String retire(String name, Terms terms) {
        return inTransaction((releases, writer) -> {
            // For its look at the epoch.
            NextPointer next = new NextPointer(releases, settings.gates(), terms);
            Release release = next.retirable(name);
            releases.keys(release).forEach(key -> writer.control(key.text(), null));
            String what = "bundle/" + release.version();
            writer.audit(new Audit(now(), terms.who(), terms.why(), what, release.version(), null));
            return release.version();
        });
    }

    /**
     * Reads a bundle and validates it as the service will; asks nothing of Kafka or the registry.
     *
     * @throws IllegalArgumentException where it is not valid or of another watch
     */
    public Bundle check(byte[] bytes) {
        return BundleCheck.read(Layout.of(settings.watch()), bytes);
    }

    /** Starts as the ids of the service do, so that one right is enough for both. */
    static String transactionalId(Settings settings) {
        return settings.applicationId() + "-publisher";
    }

    private Published point(Terms terms, List<BundleChunk> chunks, Function<NextPointer, PointerStep> decide) {
        return inTransaction((releases, writer) -> {
            PointerStep step = decide.apply(new NextPointer(releases, settings.gates(), terms));
            Instant at = now();
            for (BundleChunk chunk : chunks) {
                BundleKey key = new BundleKey(chunk.getVersion(), chunk.getIndex());
                writer.control(key.text(), new Control(at, terms.who(), step.why(), chunk));
            }
            writer.control(NewestPointer.KEY, new Control(at, terms.who(), step.why(), step.after()));
            writer.audit(new Audit(at, terms.who(), step.why(), step.what(), step.from(), step.to()));
            return new Published(step.version(), step.after().getEpoch(), step.note());
        });
    }

    private interface Change<T> {
        T write(Releases releases, ControlWriter writer);
    }

    private <T> T inTransaction(Change<T> change) {
        try (Producer<byte[], byte[]> producer = clients.transactional(transactionalId(settings))) {
            producer.initTransactions();
            // After the line above nobody else can publish, so that what is read now is the last word.
            Releases releases = Releases.read(settings, registry);
            ControlWriter writer = new ControlWriter(settings, registry, producer);
            return Transaction.of(producer, () -> change.write(releases, writer));
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw Transaction.takenOver(e);
        } catch (KafkaException e) {
            throw new NoRights(settings).asked(e, AclOperation.WRITE);
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
