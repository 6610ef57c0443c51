package dev.twinwatch.stream.app;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Audit;
import dev.twinwatch.contracts.Control;
import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.Retraining;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.registry.RegistryUnavailableException;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.registry.UnknownSchemaException;
import dev.twinwatch.serde.SerdeSettings;
import dev.twinwatch.stream.settings.Settings;
import dev.twinwatch.stream.settings.Topics;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the contracts of the service at start rather than at its first alert, and has the registry guard them; service
 * and registry often start together. Where auto.register.schemas is false, the registry is somebody else's to change: the
 * contracts must be there.
 */
final class OwnContracts {
    private static final Logger LOG = LoggerFactory.getLogger(OwnContracts.class);

    private final Settings settings;
    private final SchemaRegistry registry;

    OwnContracts(Settings settings, SchemaRegistry registry) {
        this.settings = settings;
        this.registry = registry;
    }

    /**
     * Waits for the registry; what it refuses is thrown as it comes.
     *
     * @throws IllegalStateException if no registry answers in that time, or it lacks a contract that is not to be registered
     */
    void register(Duration longest) throws InterruptedException {
        SerdeSettings serde = settings.serde();
        long end = System.nanoTime() + longest.toNanos();
        while (true) {
            try {
                if (serde.autoRegister()) {
                    bySubject().forEach(registry::register);
                    new ContractLevels(settings, registry).keep();
                } else {
                    bySubject().forEach(this::require);
                }
                return;
            } catch (RegistryUnavailableException e) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(
                            "no schema registry answered in " + longest.toSeconds() + " s (" + e.getMessage()
                                    + "): start one or correct registry.url",
                            e);
                }
                LOG.warn("no schema registry answers yet, trying again: {}", e.getMessage());
                TimeUnit.SECONDS.sleep(1);
            }
        }
    }

    private void require(String subject, Schema schema) {
        try {
            int id = settings.serde().useLatest() ? registry.latest(subject).id() : registry.idOf(subject, schema);
            LOG.info("subject {} has the schema {} as id {}", subject, schema.getName(), id);
        } catch (UnknownSchemaException e) {
            throw new IllegalStateException(
                    "subject " + subject + " lacks the schema " + schema.getFullName() + " of this release, and"
                            + " registry.auto.register.schemas is false: have schemas/src/main/avro/"
                            + schema.getName() + ".avsc registered there, or leave the key out (" + e.getMessage()
                            + ")",
                    e);
        }
    }

    private Map<String, Schema> bySubject() {
        Topics topics = settings.topics();
        Map<String, Schema> contracts = new LinkedHashMap<>();
        contracts.put(topics.alerts() + "-value", Alert.getClassSchema());
        contracts.put(topics.feedback() + "-value", Feedback.getClassSchema());
        contracts.put(topics.control() + "-value", Control.getClassSchema());
        contracts.put(topics.scores() + "-value", Score.getClassSchema());
        contracts.put(topics.audit() + "-value", Audit.getClassSchema());
        contracts.put(topics.retraining() + "-value", Retraining.getClassSchema());
        return contracts;
    }
}
