package dev.twinwatch.stream.feedback;

import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.registry.UnknownSchemaException;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.serde.UnreadableRecordException;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.kafka.NoRights;
import dev.twinwatch.stream.kafka.WholeTopic;
import dev.twinwatch.stream.settings.Settings;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All records of one contract that stand on a topic now; what is none is passed over. */
final class ContractTopic<T extends SpecificRecord> {
    private static final Logger LOG = LoggerFactory.getLogger(ContractTopic.class);

    private final Settings settings;
    private final SchemaRegistry registry;
    private final String topic;
    private final Class<T> type;

    ContractTopic(Settings settings, SchemaRegistry registry, String topic, Class<T> type) {
        this.settings = settings;
        this.registry = registry;
        this.topic = topic;
        this.type = type;
    }

    /** Hands on each; throws IllegalStateException where this user may not read the topic, with how to grant it. */
    void read(Consumer<T> each) {
        try (AvroDeserializer<T> deserializer = new AvroDeserializer<>(registry, type)) {
            new WholeTopic(new Clients(settings), topic).read(record -> {
                try {
                    T value = deserializer.deserialize(record.topic(), record.value());
                    if (value != null) {
                        each.accept(value);
                    }
                } catch (UnreadableRecordException | UnknownSchemaException e) {
                    LOG.warn(
                            "record {} of topic {} is passed over: {}",
                            record.offset(),
                            record.topic(),
                            e.getMessage());
                }
            });
        } catch (KafkaException e) {
            throw new NoRights(settings).asked(e, AclOperation.READ);
        }
    }
}
