package dev.twinwatch.retrainer;

import dev.twinwatch.contracts.Retraining;
import dev.twinwatch.registry.RegistryUnavailableException;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.retrainer.history.FeedbackTopic;
import dev.twinwatch.retrainer.history.Offsets;
import dev.twinwatch.retrainer.journal.Journal;
import dev.twinwatch.retrainer.journal.RetrainingTopic;
import dev.twinwatch.retrainer.journal.Triggers;
import dev.twinwatch.stream.app.Problem;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits until a retraining is due and has it done, one at a time: of all processes of a watch the one that is assigned the
 * partition of the topic of retraining. What that topic says is all that it knows, so that another one goes on where it ended.
 */
public final class Retrainer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Retrainer.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long PAUSE_MILLIS = 2_000;
    private static final long COUNT_EVERY = TimeUnit.SECONDS.toNanos(2);

    private final Settings settings;
    private final RetrainingTopic topic;
    private final FeedbackTopic feedback;
    private final RetrainingMetrics metrics;
    private final Triggers triggers;
    private final Work work;
    private final LiveModel live;
    private final CountDownLatch closing = new CountDownLatch(1);
    private Journal journal = new Journal();
    private long readUntil = Long.MAX_VALUE;
    private long counted;
    private Offsets countedUntil = Offsets.BEGINNING;
    private int newLabels;

    /** For one watch; connects when it runs. */
    public Retrainer(Settings settings, SchemaRegistry registry, RetrainingMetrics metrics) {
        this.settings = settings;
        this.topic = new RetrainingTopic(settings, registry);
        this.feedback = new FeedbackTopic(settings, registry);
        this.metrics = metrics;
        this.triggers = new Triggers(settings.retraining(), Instant.now());
        this.work = new Work(new Attempt(settings, registry, metrics), topic, metrics);
        this.live = new LiveModel(settings, registry);
    }

    /**
     * Goes on until it is closed, or the retraining of this id has ended.
     *
     * @param until null for no end
     * @return how that one ended; empty where it was closed before
     */
    public Optional<Retraining> run(@Nullable String until) throws InterruptedException {
        Optional<Retraining> end = Optional.empty();
        while (closing.getCount() > 0 && end.isEmpty()) {
            try (Consumer<byte[], byte[]> consumer =
                    new Clients(settings).member(settings.applicationId() + "-retraining")) {
                consumer.subscribe(List.of(topic.name()), new Leading(consumer));
                while (closing.getCount() > 0 && end.isEmpty()) {
                    consumer.poll(POLL).forEach(record -> topic.stepIn(record).ifPresent(journal::add));
                    if (isUpToDate(consumer)) {
                        lead();
                    }
                    end = until == null ? Optional.empty() : journal.endOf(until);
                }
            } catch (KafkaException | RegistryUnavailableException | IllegalStateException e) {
                LOG.warn("trying again: {}", Problem.of(e));
                pause();
            }
        }
        return end;
    }

    private boolean isUpToDate(Consumer<byte[], byte[]> consumer) {
        return consumer.assignment().stream().anyMatch(partition -> consumer.position(partition) >= readUntil);
    }

    private void lead() throws InterruptedException {
        if (work.isRunning()) {
            return;
        }
        Optional<Retraining> unfinished = journal.unfinished();
        if (unfinished.isPresent()) {
            work.begin(unfinished.get());
            return;
        }
        if (System.nanoTime() - counted < COUNT_EVERY && journal.requests().isEmpty()) {
            return;
        }
        Offsets end = feedback.end();
        if (!end.equals(countedUntil)) {
            newLabels = feedback.countBetween(journal.feedbackRead(), end);
            countedUntil = end;
            metrics.counted(newLabels);
        }
        counted = System.nanoTime();
        Optional<Triggers.Due> due = triggers.due(journal, newLabels, Instant.now());
        if (due.isPresent()) {
            begin(due.get(), end);
        }
    }

    private void begin(Triggers.Due due, Offsets end) throws InterruptedException {
        for (Retraining request : Triggers.alsoAnswered(journal, due)) {
            topic.write(Steps.skipped(request, due.id()));
        }
        Retraining started = Steps.started(
                due.id(),
                due.trigger(),
                due.reason(),
                live.now().map(bundle -> bundle.version()).orElse(null),
                newLabels,
                end,
                Offsets.endOf(new Clients(settings), settings.topics().events()));
        topic.write(started);
        journal.add(started);
        countedUntil = Offsets.BEGINNING;
        work.begin(started);
    }

    private void pause() throws InterruptedException {
        if (closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
            LOG.debug("closing");
        }
    }

    /** Ends what runs; another process, or the next start, takes it up again. */
    @Override
    public void close() {
        closing.countDown();
        work.cancel();
    }

    /** Whoever is assigned the partition learns from its beginning what is so, and whoever loses it stops. */
    private final class Leading implements ConsumerRebalanceListener {
        private final Consumer<byte[], byte[]> consumer;

        Leading(Consumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (partitions.isEmpty()) {
                return;
            }
            journal = new Journal();
            countedUntil = Offsets.BEGINNING;
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            readUntil = ends.values().stream().mapToLong(Long::longValue).max().orElse(0);
            metrics.leads(true);
            LOG.info("this process retrains watch {}", settings.watch().name());
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                metrics.leads(false);
                readUntil = Long.MAX_VALUE;
                work.cancel();
            }
        }
    }
}
