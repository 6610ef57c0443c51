package dev.twinwatch.trainer.app;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Properties of the clients of Kafka and of the schema registry, as in the file that Kafka's own commands take. They may
 * hold passwords, so no message shows a value.
 */
final class ClientFile {
    private static final List<String> OF_REGISTRY = List.of("schema.registry.", "basic.auth.", "bearer.auth.");

    private final Map<String, String> properties;

    private ClientFile(Map<String, String> properties) {
        this.properties = properties;
    }

    static ClientFile none() {
        return new ClientFile(Map.of());
    }

    /** Throws IllegalArgumentException where it is no file of properties. */
    static ClientFile read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("--client " + file
                    + " is not a file: name one of Java properties, with lines such as security.protocol=SASL_SSL");
        }
        Properties read = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            read.load(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "--client " + file + " has \\u without four hexadecimal digits: double a \\ that is meant", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ClientFile(read.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(name -> name, read::getProperty)));
    }

    /** For Kafka's consumer. */
    Map<String, String> ofKafka() {
        return properties.entrySet().stream()
                .filter(property -> OF_REGISTRY.stream().noneMatch(property.getKey()::startsWith))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** For the client of the registry, which takes what is its own. */
    Map<String, String> all() {
        return properties;
    }
}
