package dev.twinwatch.stream.dashboard;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.registry.RegistryUnavailableException;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.registry.UnknownSchemaException;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.serde.UnreadableRecordException;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.metrics.Counts;
import dev.twinwatch.stream.settings.Settings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what the page shows up to date: the recent alerts, the rates, and whether Kafka and the registry answer. */
public final class Dashboard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dashboard.class);
    private static final int STORIES = 300;
    private static final int REVIEWS = 50;
    /** A story that grows is written again each time, so more records than stories are read. */
    private static final long RECORDS = 20_000;

    private static final long REGISTRY_SECONDS = 5;

    private final String alertsTopic;
    private final SchemaRegistry registry;
    private final Counts counts;
    private final AvroDeserializer<Alert> alerts;
    private final AvroDeserializer<Feedback> feedback;
    private final RecentAlerts recent = new RecentAlerts(STORIES);
    private final Reviews reviews = new Reviews(REVIEWS);
    private final Rates rates = new Rates();
    private final LastRecords records;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "dashboard");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable Boolean registryAnswers;

    /** For one watch; connects when it is started. */
    public Dashboard(Settings settings, SchemaRegistry registry, Counts counts) {
        this.alertsTopic = settings.topics().alerts();
        this.registry = registry;
        this.counts = counts;
        this.alerts = new AvroDeserializer<>(registry, Alert.class);
        this.feedback = new AvroDeserializer<>(registry, Feedback.class);
        this.records = new LastRecords(
                new Clients(settings)::consumer,
                List.of(alertsTopic, settings.topics().feedback()),
                RECORDS,
                this::take,
                recent::complete);
    }

    /** Starts to read and to count; the topics must be there. */
    public void start() {
        records.start();
        var unused = timer.scheduleAtFixedRate(this::noteRates, 0, 1, TimeUnit.SECONDS);
        var unusedToo = timer.scheduleWithFixedDelay(this::askRegistry, 0, REGISTRY_SECONDS, TimeUnit.SECONDS);
    }

    /** The stories of all instances. */
    public RecentAlerts recent() {
        return recent;
    }

    /** Of this instance. */
    public Reviews reviews() {
        return reviews;
    }

    /** Of this instance. */
    public Rates.Now rates() {
        return rates.now();
    }

    /** Whether Kafka answers; empty before it was asked. */
    public Optional<Boolean> brokerAnswers() {
        return records.brokerAnswers();
    }

    /** Whether the schema registry answers; empty before it was asked. */
    public Optional<Boolean> registryAnswers() {
        return Optional.ofNullable(registryAnswers);
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            if (record.topic().equals(alertsTopic)) {
                Alert alert = alerts.deserialize(record.topic(), record.value());
                if (alert != null) {
                    recent.take(alert, record.timestamp());
                }
            } else {
                Feedback said = feedback.deserialize(record.topic(), record.value());
                if (said != null) {
                    recent.take(said);
                    reviews.take(said);
                }
            }
        } catch (UnreadableRecordException | UnknownSchemaException e) {
            LOG.warn("record {} of topic {} is not shown: {}", record.offset(), record.topic(), e.getMessage());
        }
    }

    private void noteRates() {
        rates.note(
                System.currentTimeMillis(),
                counts.events().values().stream().mapToLong(Long::longValue).sum(),
                counts.alerts().getOrDefault("OPENED", 0L));
    }

    private void askRegistry() {
        try {
            registry.latest(alertsTopic + "-value");
            registryAnswers = true;
        } catch (RegistryUnavailableException e) {
            registryAnswers = false;
        } catch (RuntimeException e) {
            // A refusal is an answer too; what throws here would never be asked again.
            registryAnswers = true;
            LOG.debug("the registry answered with a refusal", e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        records.close();
        alerts.close();
        feedback.close();
    }
}
