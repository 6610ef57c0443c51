package dev.twinwatch.stream.app;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.registry.RegistryUnavailableException;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.stream.settings.Settings;
import dev.twinwatch.stream.settings.Topics;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers the contracts of the service at start rather than at its first alert; service and registry often start together. */
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
     * @throws IllegalStateException if no registry answers in that time
     */
    void register(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (true) {
            try {
                bySubject().forEach(registry::register);
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

    private Map<String, Schema> bySubject() {
        Topics topics = settings.topics();
        Map<String, Schema> contracts = new LinkedHashMap<>();
        contracts.put(topics.alerts() + "-value", Alert.getClassSchema());
        contracts.put(topics.feedback() + "-value", Feedback.getClassSchema());
        contracts.put(topics.scores() + "-value", Score.getClassSchema());
        return contracts;
    }
}
