package dev.twinwatch.stream.feedback;

import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.serde.AvroSerializer;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.kafka.NoRights;
import dev.twinwatch.stream.sending.CsvRows;
import dev.twinwatch.stream.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclOperation;
import org.jspecify.annotations.Nullable;

/** Writes feedback about the events that the rows of a file of labels name. */
public final class FeedbackFile {
    private static final int TOLD_ROWS = 10_000;
    private static final int TOLD_SCORES = 1_000_000;

    private final Settings settings;
    private final SchemaRegistry registry;
    private final String who;
    private final @Nullable String comment;
    private final Consumer<String> progress;

    /**
     * What was written.
     *
     * @param pieces how many pieces of feedback there are about each event, by its id
     * @param leftOut rows that are no labels
     */
    public record Written(Map<String, Integer> pieces, long leftOut) {
        /** How many pieces there are in all. */
        public long total() {
            return pieces.values().stream().mapToLong(Integer::longValue).sum();
        }
    }

    /**
     * For the labels of one watch.
     *
     * @param who says so
     * @param comment on all of them; null for none
     * @param progress hears now and then how far it is
     */
    public FeedbackFile(
            Settings settings,
            SchemaRegistry registry,
            String who,
            @Nullable String comment,
            Consumer<String> progress) {
        this.settings = settings;
        this.registry = registry;
        this.who = who;
        this.comment = comment;
        this.progress = progress;
    }

    /**
     * Returns once the broker has all of them.
     *
     * @param problems hears of each row that is left out, with its line
     * @throws IllegalArgumentException where the file is none, or lacks a column
     * @throws IllegalStateException where the broker does not take a piece of feedback
     */
    public Written write(Path file, Consumer<String> problems) throws IOException {
        ScoredEvents scored = scored(file);
        Map<String, Integer> pieces = new HashMap<>();
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        long leftOut = 0;
        long read = 0;
        try (CsvRows rows = CsvRows.open(file);
                Producer<byte[], byte[]> producer = new Clients(settings).producer();
                AvroSerializer<Feedback> serializer = new AvroSerializer<>(registry, settings.serde())) {
            LabelRows labels = new LabelRows(settings.watch(), file, rows.columns());
            while (rows.hasNext() && failure.get() == null) {
                CsvRows.Row row = rows.next();
                try {
                    for (Feedback feedback : feedback(labels.read(row), scored)) {
                        var unused = producer.send(
                                record(feedback, serializer), (written, e) -> failure.compareAndSet(null, e));
                        pieces.merge(String.valueOf(feedback.getEventId()), 1, Integer::sum);
                    }
                } catch (IllegalArgumentException e) {
                    leftOut++;
                    problems.accept(file.getFileName() + " line " + row.line() + " " + e.getMessage());
                }
                if (++read % TOLD_ROWS == 0) {
                    progress.accept(String.format(Locale.ROOT, "%,d rows", read));
                }
            }
            producer.flush();
        }
        refuse(failure.get());
        return new Written(pieces, leftOut);
    }

    /** The file is read twice, so that of the scores, and of the file, no more is in memory than what is looked up. */
    private ScoredEvents scored(Path file) throws IOException {
        ScoredEvents scored = new ScoredEvents();
        try (CsvRows rows = CsvRows.open(file)) {
            LabelRows labels = new LabelRows(settings.watch(), file, rows.columns());
            while (rows.hasNext()) {
                want(scored, labels, rows.next());
            }
        }
        if (scored.wantsAny()) {
            String topic = settings.topics().scores();
            progress.accept("looking up events on topic " + topic);
            AtomicLong read = new AtomicLong();
            new ContractTopic<>(settings, registry, topic, Score.class).read(score -> {
                scored.take(score);
                if (read.incrementAndGet() % TOLD_SCORES == 0) {
                    progress.accept(String.format(Locale.ROOT, "%,d scores", read.get()));
                }
            });
        }
        return scored;
    }

    private void want(ScoredEvents scored, LabelRows labels, CsvRows.Row row) {
        try {
            LabelRow label = labels.read(row);
            if (needsScores(label)) {
                scored.want(label);
            }
        } catch (IllegalArgumentException e) {
            // told when the rows are written
        }
    }

    private boolean needsScores(LabelRow row) {
        return row.needsScores(settings.watch().hasCalendar());
    }

    private List<Feedback> feedback(LabelRow row, ScoredEvents scored) {
        if (row.entity() != null && row.eventId() != null && !needsScores(row)) {
            return List.of(feedback(row, row.entity(), row.eventId(), row.eventTime()));
        }
        return scored.of(row).stream()
                .map(event -> feedback(
                        row, event.entity(), event.id(), row.eventTime() == null ? event.time() : row.eventTime()))
                .toList();
    }

    private Feedback feedback(LabelRow row, String entity, String eventId, @Nullable Instant time) {
        Instant knownAt = row.knownAt() == null ? Instant.now().truncatedTo(ChronoUnit.MILLIS) : row.knownAt();
        Map<String, String> values = row.values().isEmpty() ? null : row.values();
        return new Feedback(entity, null, eventId, time, knownAt, row.label(), who, comment, values);
    }

    private ProducerRecord<byte[], byte[]> record(Feedback feedback, AvroSerializer<Feedback> serializer) {
        String topic = settings.topics().feedback();
        byte[] key = feedback.getEntity().getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(topic, key, serializer.serialize(topic, feedback));
    }

    private void refuse(@Nullable Exception failure) {
        if (failure != null) {
            throw new NoRights(settings)
                    .asked(
                            new IllegalStateException(
                                    "topic " + settings.topics().feedback() + " did not take all feedback ("
                                            + failure.getMessage() + "): send the file again, what was heard changes"
                                            + " nothing twice",
                                    failure),
                            AclOperation.WRITE);
        }
    }
}
