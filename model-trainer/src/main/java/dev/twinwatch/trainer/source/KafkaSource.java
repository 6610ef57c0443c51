package dev.twinwatch.trainer.source;

import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Origin;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A topic of events, from its beginning to where it ends when reading starts. */
public final class KafkaSource implements EventSource {
    private final TopicReader reader;
    private final PayloadDecoder decoder;
    private @Nullable ConsumerRecord<byte[], byte[]> current;

    /**
     * A topic of a cluster.
     *
     * @param servers as in bootstrap.servers: host:port, more of them with commas
     * @param client other settings of Kafka's consumer, such as those of security
     */
    public KafkaSource(String servers, String topic, PayloadDecoder decoder, Map<String, ?> client) {
        this(TopicReader.of(servers, topic, client), decoder);
    }

    KafkaSource(String topic, String servers, PayloadDecoder decoder, Supplier<Consumer<byte[], byte[]>> consumers) {
        this(new TopicReader(topic, servers, consumers), decoder);
    }

    private KafkaSource(TopicReader reader, PayloadDecoder decoder) {
        this.reader = reader;
        this.decoder = decoder;
    }

    @Override
    public String name() {
        return reader.place();
    }

    @Override
    public String place(Origin origin) {
        return at(origin);
    }

    /** Bytes that are no text, such as Avro, are shown with marks in their place. */
    @Override
    public String text() {
        byte @Nullable [] value = current == null ? null : current.value();
        return value == null ? "" : new String(value, StandardCharsets.UTF_8);
    }

    @Override
    public OptionalLong writtenAt() {
        return current == null ? OptionalLong.empty() : writtenAt(current);
    }

    /** By the timestamp of a record, in microseconds since 1970; empty where its sender gave none. */
    static OptionalLong writtenAt(ConsumerRecord<byte[], byte[]> record) {
        return record.timestamp() < 0
                ? OptionalLong.empty()
                : OptionalLong.of(TimeUnit.MILLISECONDS.toMicros(record.timestamp()));
    }

    @Override
    public boolean isVouchedFor() {
        Header header = current == null ? null : current.headers().lastHeader(Origin.ENROL_HEADER);
        return header != null
                && header.value() != null
                && new String(header.value(), StandardCharsets.UTF_8).equals("true");
    }

    @Override
    public double share() {
        return reader.share();
    }

    @Override
    public void forEach(RecordVisitor visitor) {
        reader.forEach(visitor::wantsMore, record -> visit(record, visitor));
    }

    private void visit(ConsumerRecord<byte[], byte[]> record, RecordVisitor visitor) {
        Origin origin = new Origin(record.topic(), record.partition(), record.offset(), false);
        current = record;
        byte @Nullable [] value = record.value();
        if (value == null) {
            visitor.unreadable(at(origin) + " has no value, expected an event", origin);
            return;
        }
        Fields fields;
        try {
            fields = decoder.decode(value);
        } catch (IllegalArgumentException e) {
            visitor.unreadable(at(origin) + " " + e.getMessage(), origin);
            return;
        }
        visitor.record(fields, origin);
    }

    private static String at(Origin origin) {
        return origin.source() + " partition " + origin.partition() + " offset " + origin.offset();
    }
}
