package dev.twinwatch.sandbox.doctor;

import dev.twinwatch.registry.RegistryException;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.registry.UnknownSchemaException;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.settings.Settings;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;

/** What the settings of a service point at: broker, topic of events, registry. Nothing is changed there. */
public final class Surroundings {
    private static final int ANSWER_MILLIS = 5_000;

    private final Settings settings;

    /** Of these settings. */
    public Surroundings(Settings settings) {
        this.settings = settings;
    }

    /** Broker and registry. */
    public List<Diagnosis> examine() {
        return List.of(broker(), registry());
    }

    private Diagnosis broker() {
        String address = String.valueOf(settings.kafka().get("bootstrap.servers"));
        String events = settings.topics().events();
        try (Admin admin = new Clients(settings).admin()) {
            Set<String> topics = admin.listTopics(new ListTopicsOptions().timeoutMs(ANSWER_MILLIS))
                    .names()
                    .get(2L * ANSWER_MILLIS, TimeUnit.MILLISECONDS);
            return Diagnosis.ok(
                    "broker",
                    address + " answers; the topic " + events
                            + (topics.contains(events) ? " is there" : " is not there yet, `serve` makes it"));
        } catch (ExecutionException | TimeoutException e) {
            return Diagnosis.fails(
                    "broker", address + " does not answer: start it, or correct kafka.bootstrap-servers");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Diagnosis.lacks("broker", address + " was not waited for");
        }
    }

    private Diagnosis registry() {
        String address = String.valueOf(settings.registry().get("schema.registry.url"));
        try {
            SchemaRegistry.from(settings.registry()).latest(settings.topics().alerts() + "-value");
            return Diagnosis.ok("registry", address + " answers and knows the schema of alerts");
        } catch (UnknownSchemaException e) {
            return Diagnosis.ok("registry", address + " answers; `serve` registers the schemas");
        } catch (RegistryException e) {
            return Diagnosis.fails("registry", address + ": " + e.getMessage());
        }
    }
}
