package dev.twinwatch.trainer.app;

import dev.twinwatch.registry.RegistrySettings;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.trainer.source.ContractSource;
import dev.twinwatch.trainer.source.EventDecoder;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.PayloadDecoder;
import dev.twinwatch.trainer.source.Sources;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How events of a topic are read: JSON objects as they are, Avro by the schemas of a registry. */
final class TopicOptions {
    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = "the schema registry, for topics of Avro records; without it topics hold JSON objects")
    private @Nullable String registry;

    @Option(
            names = "--client",
            paramLabel = "FILE",
            description = "Java properties for a topic that wants TLS or a password: those of Kafka's clients, and"
                    + " schema.registry.*, basic.auth.* and bearer.auth.* for the registry")
    private @Nullable Path client;

    EventSource open(String name) {
        ClientFile file = client == null ? ClientFile.none() : ClientFile.read(client);
        return Sources.open(name, decoder(name.substring(name.lastIndexOf('/') + 1), file), file.ofKafka());
    }

    /**
     * The same for records of a contract, which in a topic are Avro.
     *
     * @param option that named the source
     */
    <T extends SpecificRecord> ContractSource<T> contracts(String option, String name, Class<T> contract) {
        ClientFile file = client == null ? ClientFile.none() : ClientFile.read(client);
        return Sources.contracts(name, contract, () -> deserializer(option, name, contract, file), file.ofKafka());
    }

    private <T extends SpecificRecord> AvroDeserializer<T> deserializer(
            String option, String name, Class<T> contract, ClientFile file) {
        Map<String, String> settings = registrySettings(file);
        if (!settings.containsKey(RegistrySettings.URL)) {
            throw new IllegalArgumentException(
                    option + " " + name + " is a topic of Avro records: name its schema registry with --registry URL");
        }
        return new AvroDeserializer<>(SchemaRegistry.from(settings), contract);
    }

    private Map<String, String> registrySettings(ClientFile file) {
        Map<String, String> settings = new HashMap<>(file.all());
        if (registry != null) {
            settings.put(RegistrySettings.URL, registry);
        }
        return settings;
    }

    /** These options as they were typed, to go on with in another command; empty or with a space before it. */
    String typed() {
        return (registry == null ? "" : " --registry " + registry) + (client == null ? "" : " --client " + client);
    }

    private PayloadDecoder decoder(String topic, ClientFile file) {
        Map<String, String> settings = registrySettings(file);
        return settings.containsKey(RegistrySettings.URL)
                ? EventDecoder.avro(topic, SchemaRegistry.from(settings))
                : EventDecoder.json();
    }
}
