package dev.twinwatch.trainer.source;

import dev.twinwatch.serde.AvroDeserializer;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;

/** Finds the kind of a source by its name. */
public final class Sources {
    private static final String KAFKA = "kafka://";
    private static final Pattern TOPIC = Pattern.compile("kafka://([^/]+:[0-9]+)/([a-zA-Z0-9._-]{1,249})");

    private Sources() {}

    /** As {@link #open(String, PayloadDecoder, Map)}, with topics of JSON objects. */
    public static EventSource open(String name) {
        return open(name, JsonFields::of, Map.of());
    }

    /**
     * {@code kafka://host:port/topic}, an Avro object container file (.avro), or else a CSV file, plain or .gz.
     *
     * @param decoder for values of a topic
     * @param client settings of Kafka's consumer beside the address
     * @throws SourceException where there is no such file or the address is incomplete
     */
    public static EventSource open(String name, PayloadDecoder decoder, Map<String, ?> client) {
        if (name.startsWith(KAFKA)) {
            Matcher address = addressOf(name);
            return new KafkaSource(address.group(1), address.group(2), decoder, client);
        }
        Path file = Path.of(name);
        return name.endsWith(".avro") ? new AvroFileSource(file) : new CsvSource(file);
    }

    /**
     * The same for records of one of Twinwatch's own contracts: a topic of them, or an Avro object container file.
     *
     * @param topics reads values of a topic; asked for one only where there is a topic
     * @throws SourceException where there is no such file or the address is incomplete
     */
    public static <T extends SpecificRecord> ContractSource<T> contracts(
            String name, Class<T> contract, Supplier<AvroDeserializer<T>> topics, Map<String, ?> client) {
        if (name.startsWith(KAFKA)) {
            Matcher address = addressOf(name);
            return new ContractTopic<>(
                    TopicReader.of(address.group(1), address.group(2), client), address.group(2), topics.get());
        }
        return new ContractFile<>(Path.of(name), contract);
    }

    private static Matcher addressOf(String name) {
        Matcher address = TOPIC.matcher(name);
        if (!address.matches()) {
            throw new SourceException(name + " is not the address of a topic: write kafka://host:port/topic");
        }
        return address;
    }
}
