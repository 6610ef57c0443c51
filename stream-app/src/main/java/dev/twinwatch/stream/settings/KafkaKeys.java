package dev.twinwatch.stream.settings;

import dev.twinwatch.engine.text.NearNames;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Properties of Kafka's clients. Others may stand there too, for plugins; one that is nearly a known one is a slip. */
final class KafkaKeys {
    private static final String PREFIXES =
            "^(main\\.consumer|restore\\.consumer|global\\.consumer|consumer|producer|admin|topic)\\.";
    private static final List<String> KNOWN = Stream.of(
                    ConsumerConfig.configNames(),
                    ProducerConfig.configNames(),
                    AdminClientConfig.configNames(),
                    StreamsConfig.configDef().names())
            .flatMap(names -> names.stream())
            .distinct()
            .toList();

    private KafkaKeys() {}

    /** The property that was probably meant, where it is none. */
    static Optional<String> meant(String property) {
        String name = property.replaceFirst(PREFIXES, "");
        return property.startsWith("topic.") || KNOWN.contains(name)
                ? Optional.empty()
                : NearNames.nearest(name, KNOWN);
    }
}
