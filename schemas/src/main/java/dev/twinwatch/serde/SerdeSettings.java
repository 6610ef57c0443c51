package dev.twinwatch.serde;

import dev.twinwatch.registry.ConfigValues;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * What the serde does, apart from where the registry is. Keys and their defaults stand at {@link #from}.
 *
 * @param isKey whether it is for the keys of a topic, else for the values
 * @param subjects how subjects are named
 * @param autoRegister whether a schema that the subject lacks is registered, else it is an error
 * @param useLatest whether records are written with the newest schema of the subject
 * @param specificReader whether generated classes are read, else GenericRecord
 * @param maxRecordBytes larger records are refused before anything in them is looked at
 */
public record SerdeSettings(
        boolean isKey,
        SubjectNames subjects,
        boolean autoRegister,
        boolean useLatest,
        boolean specificReader,
        int maxRecordBytes) {

    /** Largest record read, in bytes with its header, 5 bytes to 1 GiB; 1 MiB unless set. */
    public static final String MAX_RECORD_BYTES = "avro.max.record.bytes";

    /** Keys that a writer of values follows. */
    public static final List<String> OF_WRITERS =
            List.of("auto.register.schemas", "use.latest.version", "value.subject.name.strategy");

    /**
     * Keys of Confluent's serde that would change what is written or read, and that are not followed here, each with the value
     * that changes nothing.
     */
    public static final Map<String, String> NOT_FOLLOWED = Map.of(
            "use.schema.id", "false",
            "use.latest.with.metadata", "false",
            "schema.reflection", "false",
            "context.name.strategy", "false",
            "avro.use.logical.type.converters", "false",
            "rule.executors", "false",
            "latest.compatibility.strict", "true",
            "id.compatibility.strict", "true");

    static final SerdeSettings OF_VALUES = from(Map.of(), false);

    /**
     * Settings from Kafka properties:
     *
     * <ul>
     *   <li>{@code auto.register.schemas} (true)
     *   <li>{@code use.latest.version} (false); counts only when auto.register.schemas is false, as with Confluent's serde
     *   <li>{@code specific.avro.reader} (false)
     *   <li>{@code key.subject.name.strategy}, {@code value.subject.name.strategy} (TopicNameStrategy); one of {@link
     *       SubjectNames}, in any package
     *   <li>{@link AvroSerde#MAX_RECORD_BYTES} (1 MiB)
     * </ul>
     *
     * @throws IllegalArgumentException naming the key, its value and what to write
     */
    public static SerdeSettings from(Map<String, ?> properties, boolean isKey) {
        var config = new ConfigValues(properties);
        NOT_FOLLOWED.forEach((key, harmless) -> {
            var value = config.text(key);
            if (value != null && !value.equalsIgnoreCase(harmless)) {
                throw new IllegalArgumentException(
                        key + " is `" + value + "`: not supported here, remove it or use Confluent's own serde");
            }
        });
        var strategy = isKey ? "key.subject.name.strategy" : "value.subject.name.strategy";
        return new SerdeSettings(
                isKey,
                SubjectNames.from(strategy, config.text(strategy)),
                config.flag("auto.register.schemas", true),
                config.flag("use.latest.version", false),
                config.flag("specific.avro.reader", false),
                config.number(MAX_RECORD_BYTES, 1 << 20, WireFormat.HEADER_BYTES, 1 << 30));
    }

    /** The registry's subject for records of a schema in a topic. */
    String subject(String topic, Schema schema) {
        return subjects.subject(topic, isKey, schema);
    }
}
