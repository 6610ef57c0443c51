package dev.twinwatch.stream.topology;

import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.engine.control.FeedbackRecord;
import dev.twinwatch.registry.UnknownSchemaException;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.serde.UnreadableRecordException;
import dev.twinwatch.stream.metrics.Counts;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Step read-feedback: bytes to feedback with its entity as key, whatever its sender's key was, or to a dead letter. */
final class ReadFeedback extends ContextualProcessor<byte[], byte[], String, Arrival> {
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
            Optional<String> problem = FeedbackRecord.problem(feedback);
            if (problem.isPresent()) {
                refuse(record, from, problem.get());
            } else if (feedback != null) {
                context()
                        .forward(new Record<>(
                                feedback.getEntity(), new Arrival.OfFeedback(feedback), record.timestamp()));
            }
        } catch (UnreadableRecordException | UnknownSchemaException e) {
            refuse(record, from, String.valueOf(e.getMessage()));
        }
    }

    private void refuse(Record<byte[], byte[]> record, RecordMetadata from, String reason) {
        counts.deadLetter();
        counts.feedback("unreadable");
        context().forward(DeadLetters.of(record, from, reason));
    }
}
