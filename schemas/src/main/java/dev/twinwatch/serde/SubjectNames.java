package dev.twinwatch.serde;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** How the registry's subject for a record is named; the three ways of Confluent's serde, by the names of its classes. */
public enum SubjectNames {
    /** By the topic, with -key or -value: one kind of record in a topic. */
    TOPIC("TopicNameStrategy") {
        @Override
        String subject(String topic, boolean isKey, Schema schema) {
            return topic + (isKey ? "-key" : "-value");
        }
    },
    /** By the record's full name: it evolves alike in all topics. */
    RECORD("RecordNameStrategy") {
        @Override
        String subject(String topic, boolean isKey, Schema schema) {
            return schema.getFullName();
        }
    },
    /** By both: many kinds of record in a topic. */
    TOPIC_RECORD("TopicRecordNameStrategy") {
        @Override
        String subject(String topic, boolean isKey, Schema schema) {
            return topic + "-" + schema.getFullName();
        }
    };

    private final String className;

    SubjectNames(String className) {
        this.className = className;
    }

    abstract String subject(String topic, boolean isKey, Schema schema);

    /** The way that a setting names, by the topic if it names none. */
    static SubjectNames from(String key, @Nullable String strategy) {
        if (strategy == null) {
            return TOPIC;
        }
        // The class name comes in many packages, and as `class x.y.TopicNameStrategy` if given as a Class.
        var simple = strategy.substring(strategy.lastIndexOf('.') + 1);
        return Arrays.stream(values())
                .filter(known -> known.className.equals(simple))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(key + " is `" + strategy + "`: write one of "
                        + Arrays.stream(values())
                                .map(known -> "io.confluent.kafka.serializers.subject." + known.className)
                                .collect(Collectors.joining(", "))
                        + ", or use Confluent's own serde"));
    }
}
