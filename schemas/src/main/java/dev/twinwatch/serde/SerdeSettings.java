package dev.twinwatch.serde;

import dev.twinwatch.registry.ConfigValues;
import java.util.Map;

/**
 * What the serde does, apart from where the registry is. Keys and their defaults stand at {@link #from}.
 *
 * @param isKey whether it is for the keys of a topic, else for the values
 * @param autoRegister whether a schema that the subject lacks is registered, else it is an error
 * @param useLatest whether records are written with the newest schema of the subject
 * @param specificReader whether generated classes are read, else GenericRecord
 * @param maxRecordBytes larger records are refused before anything in them is looked at
 */
public record SerdeSettings(
        boolean isKey, boolean autoRegister, boolean useLatest, boolean specificReader, int maxRecordBytes) {

    /** Largest record read, in bytes with its header, 5 bytes to 1 GiB; 1 MiB unless set. */
    public static final String MAX_RECORD_BYTES = "avro.max.record.bytes";

    static final SerdeSettings OF_VALUES = from(Map.of(), false);

    /**
     * Settings from Kafka properties: {@code auto.register.schemas} (true), {@code use.latest.version} (false; counts
     * only when auto.register.schemas is false, as with Confluent's serde), {@code specific.avro.reader} (false),
     * {@link #MAX_RECORD_BYTES} (1 MiB). Subjects are named by topic; other strategies are refused.
     *
     * @throws IllegalArgumentException naming the key, its value and what to write
     */
    public static SerdeSettings from(Map<String, ?> properties, boolean isKey) {
        var config = new ConfigValues(properties);
        var strategyKey = isKey ? "key.subject.name.strategy" : "value.subject.name.strategy";
        var strategy = config.text(strategyKey);
        // The class name comes in many packages, and as `class x.y.TopicNameStrategy` if given as a Class.
        if (strategy != null && !strategy.endsWith("TopicNameStrategy")) {
            throw new IllegalArgumentException(strategyKey + " is `" + strategy
                    + "`: only TopicNameStrategy is supported, leave the key out or use Confluent's own serde");
        }
        return new SerdeSettings(
                isKey,
                config.flag("auto.register.schemas", true),
                config.flag("use.latest.version", false),
                config.flag("specific.avro.reader", false),
                config.number(MAX_RECORD_BYTES, 1 << 20, WireFormat.HEADER_BYTES, 1 << 30));
    }

    /** The registry's subject for a topic. */
    String subject(String topic) {
        return topic + (isKey ? "-key" : "-value");
    }
}
