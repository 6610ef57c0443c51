package dev.twinwatch.retrainer.history;

import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.trainer.source.EventDecoder;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.PayloadDecoder;
import dev.twinwatch.trainer.source.RecordVisitor;
import dev.twinwatch.trainer.source.SourceException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * The newest events of a topic up to given offsets: each time the same, in the order of the records' times, as the service
 * about met them, whatever partition each stands in.
 */
public final class TopicEvents implements EventSource {
    private final Clients clients;
    private final String topic;
    private final Offsets from;
    private final Offsets end;
    private final PayloadDecoder decoder;
    private byte @Nullable [] current;

    private TopicEvents(Clients clients, String topic, Offsets from, Offsets end, PayloadDecoder decoder) {
        this.clients = clients;
        this.topic = topic;
        this.from = from;
        this.end = end;
        this.decoder = decoder;
    }

    /** At most so many of those before an end; one thread at a time. */
    public static TopicEvents newest(Clients clients, String topic, SchemaRegistry registry, Offsets end, long most) {
        return new TopicEvents(
                clients, topic, Offsets.before(clients, topic, end, most), end, EventDecoder.avro(topic, registry));
    }

    @Override
    public String name() {
        return "topic " + topic;
    }

    @Override
    public String place(Origin origin) {
        return origin.source() + " partition " + origin.partition() + " offset " + origin.offset();
    }

    @Override
    public String text() {
        return current == null ? "" : new String(current, StandardCharsets.UTF_8);
    }

    @Override
    public void forEach(RecordVisitor visitor) {
        try (MergedTopic merged = new MergedTopic(clients, topic, from, end)) {
            merged.read(record -> visit(record, visitor), visitor::wantsMore);
        } catch (KafkaException e) {
            throw new SourceException(
                    name() + " cannot be read (" + e + "): see that the brokers are up and this user may read it", e);
        }
    }

    private void visit(ConsumerRecord<byte[], byte[]> record, RecordVisitor visitor) {
        Origin origin = new Origin(record.topic(), record.partition(), record.offset(), false);
        byte @Nullable [] value = record.value();
        current = value;
        Fields fields;
        try {
            if (value == null) {
                throw new IllegalArgumentException("has no value, expected an event");
            }
            fields = decoder.decode(value);
        } catch (IllegalArgumentException e) {
            visitor.unreadable(place(origin) + " " + e.getMessage(), origin);
            return;
        }
        visitor.record(fields, origin);
    }
}
