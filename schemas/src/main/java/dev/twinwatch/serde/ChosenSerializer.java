package dev.twinwatch.serde;

import dev.twinwatch.registry.ConfigValues;
import dev.twinwatch.registry.SchemaRegistry;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.common.serialization.Serializer;

/** Which class writes records: ours, or one that is known by its name and properties alone, for example Confluent's own. */
public final class ChosenSerializer {
    /** Name of a class on the class path with Kafka's interface Serializer; ours unless set. */
    public static final String CLASS = "serializer.class";

    private ChosenSerializer() {}

    /**
     * The serializer of values that the properties choose. A chosen one gets the properties and asks the registry itself.
     *
     * @throws IllegalArgumentException if there is no such class, or it is no serializer
     */
    public static <T extends IndexedRecord> Serializer<T> from(Map<String, ?> properties, SchemaRegistry registry) {
        var name = new ConfigValues(properties).text(CLASS);
        if (name == null) {
            return new AvroSerializer<>(registry, SerdeSettings.from(properties, false));
        }
        Serializer<T> chosen = newInstance(name);
        chosen.configure(properties, false);
        return chosen;
    }

    @SuppressWarnings("unchecked") // What a serializer takes is known only when it runs; Confluent's takes any object.
    private static <T> Serializer<T> newInstance(String name) {
        try {
            return (Serializer<T>) Class.forName(name)
                    .asSubclass(Serializer.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IllegalArgumentException(
                    CLASS + " is `" + name + "`, which cannot be made (" + e
                            + "): put its jar on the class path, for Confluent's with `mvn -P confluent package`, or"
                            + " leave the key out",
                    e);
        }
    }
}
