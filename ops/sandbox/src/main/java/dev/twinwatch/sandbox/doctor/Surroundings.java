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
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;

/** What the settings of a service point at: broker, topic of events, registry. Nothing is changed there. */
public final class Surroundings {
    private static final int ANSWER_MILLIS = 5_000;
    private static final String SECURITY = "kafka.security.protocol, kafka.sasl.* and kafka.ssl.* in the settings";

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
        } catch (ExecutionException e) {
            return e.getCause() instanceof AuthenticationException refused
                    ? Diagnosis.fails(
                            "broker", address + " refuses who asks (" + refused.getMessage() + "): correct " + SECURITY)
                    : silent(address);
        } catch (TimeoutException e) {
            return silent(address);
        } catch (KafkaException e) {
            return Diagnosis.fails(
                    "broker", "Kafka's client cannot be made of the settings (" + reason(e) + "): correct " + SECURITY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Diagnosis.lacks("broker", address + " was not waited for");
        }
    }

    private static Diagnosis silent(String address) {
        return Diagnosis.fails(
                "broker",
                address + " does not answer: start it, or correct kafka.bootstrap-servers, or kafka.security.protocol"
                        + " where it wants TLS or a password");
    }

    /** The first cause tells most; but what Kafka says of a JAAS text may quote a word of it, such as a password. */
    private static String reason(KafkaException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String words = String.valueOf(cause.getMessage());
        return words.contains("JAAS") ? "kafka.sasl.jaas.config is missing or cannot be understood" : words;
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
        } catch (IllegalArgumentException e) {
            return Diagnosis.fails("registry", e.getMessage() + " (below `registry:` in the settings)");
        }
    }
}
