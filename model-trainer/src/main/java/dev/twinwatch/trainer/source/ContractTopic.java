package dev.twinwatch.trainer.source;

import dev.twinwatch.registry.UnknownSchemaException;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.serde.UnreadableRecordException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A topic of one contract, whose schemas a registry has. */
final class ContractTopic<T extends SpecificRecord> implements ContractSource<T> {
    private final TopicReader reader;
    private final String topic;
    private final AvroDeserializer<T> deserializer;

    ContractTopic(TopicReader reader, String topic, AvroDeserializer<T> deserializer) {
        this.reader = reader;
        this.topic = topic;
        this.deserializer = deserializer;
    }

    @Override
    public String name() {
        return reader.place();
    }

    @Override
    public void forEach(Consumer<Entry<T>> visitor) {
        reader.forEach(() -> true, record -> visitor.accept(entry(record)));
    }

    private Entry<T> entry(ConsumerRecord<byte[], byte[]> record) {
        try {
            return entry(record, deserializer.deserialize(topic, record.value()), "");
        } catch (UnreadableRecordException | UnknownSchemaException e) {
            return entry(record, null, String.valueOf(e.getMessage()));
        }
    }

    private Entry<T> entry(ConsumerRecord<byte[], byte[]> record, @Nullable T value, String problem) {
        return new Entry<>(
                topic + " partition " + record.partition() + " offset " + record.offset(),
                record.offset(),
                KafkaSource.writtenAt(record),
                record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8),
                value,
                problem);
    }
}
