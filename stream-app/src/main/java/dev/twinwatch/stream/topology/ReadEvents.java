package dev.twinwatch.stream.topology;

import dev.twinwatch.contracts.Outcome;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import dev.twinwatch.stream.metrics.Counts;
import dev.twinwatch.stream.reading.EventBytes;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Step read-events: bytes to an event with its entity as key, or to a dead letter and an outcome. */
final class ReadEvents extends ContextualProcessor<byte[], byte[], String, Arrival> {
    private final EventBytes bytes;
    private final Counts counts;

    ReadEvents(EventBytes bytes, Counts counts) {
        this.bytes = bytes;
        this.counts = counts;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata from = context()
                .recordMetadata()
                .orElseThrow(() -> new IllegalStateException("a record of a topic has no origin"));
        Origin origin = new Origin(from.topic(), from.partition(), from.offset(), isEnrolment(record));
        Reading reading = bytes.read(record.value(), origin);
        if (reading instanceof Reading.Understood understood) {
            Event event = understood.event();
            context().forward(new Record<>(event.entity(), new Arrival.OfEvent(event), record.timestamp()));
        } else if (reading instanceof Reading.Unreadable unreadable) {
            counts.deadLetter();
            counts.event(Outcome.UNREADABLE.name());
            context().forward(DeadLetters.of(record, from, unreadable.reason()));
            Score score = OutgoingRecords.unreadable(origin, unreadable.reason());
            context().forward(new Record<String, Arrival>(null, new Arrival.Unread(score), record.timestamp()));
        }
    }

    private static boolean isEnrolment(Record<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(Origin.ENROL_HEADER);
        return header != null
                && header.value() != null
                && new String(header.value(), StandardCharsets.UTF_8).equals("true");
    }
}
