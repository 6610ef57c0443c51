package dev.twinwatch.stream.topology;

import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.registry.UnknownSchemaException;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.serde.UnreadableRecordException;
import dev.twinwatch.stream.metrics.Counts;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Step read-feedback: bytes to feedback with its entity as key, whatever its sender's key was, or to a dead letter. */
final class ReadFeedback extends ContextualProcessor<byte[], byte[], String, Arrival> {
    private static final String NO_ENTITY = "feedback has no value or no entity: say whose behaviour it is about";
    /** Beyond these a sender wrote another unit than milliseconds. */
    private static final Instant EARLIEST = Instant.parse("1700-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final AvroDeserializer<Feedback> deserializer;
    private final Counts counts;

    ReadFeedback(AvroDeserializer<Feedback> deserializer, Counts counts) {
        this.deserializer = deserializer;
        this.counts = counts;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata from = context()
                .recordMetadata()
                .orElseThrow(() -> new IllegalStateException("a record of a topic has no origin"));
        try {
            Feedback feedback = deserializer.deserialize(from.topic(), record.value());
            Optional<String> problem = problem(feedback);
            if (feedback == null || problem.isPresent()) {
                refuse(record, from, problem.orElse(NO_ENTITY));
            } else {
                context()
                        .forward(new Record<>(
                                feedback.getEntity(), new Arrival.OfFeedback(feedback), record.timestamp()));
            }
        } catch (UnreadableRecordException | UnknownSchemaException e) {
            refuse(record, from, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> problem(@Nullable Feedback feedback) {
        if (feedback == null || feedback.getEntity().isBlank()) {
            return Optional.of(NO_ENTITY);
        }
        if (HearFeedback.ids(feedback).isEmpty()) {
            return Optional.of("feedback has neither alert_id nor event_id: say which alert or event it is about");
        }
        Instant time = feedback.getEventTime();
        if (time != null && (time.isBefore(EARLIEST) || time.isAfter(LATEST))) {
            return Optional.of("feedback has event_time " + time.toEpochMilli() + ", which is " + time
                    + ": write milliseconds since 1970-01-01 UTC, or leave it out");
        }
        return Optional.empty();
    }

    private void refuse(Record<byte[], byte[]> record, RecordMetadata from, String reason) {
        counts.deadLetter();
        counts.feedback("unreadable");
        context().forward(DeadLetters.of(record, from, reason));
    }
}
