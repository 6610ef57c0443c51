package dev.twinwatch.stream.feedback;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.Label;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.serde.AvroSerializer;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.kafka.NoRights;
import dev.twinwatch.stream.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclOperation;
import org.jspecify.annotations.Nullable;

/** Writes feedback about one alert or event; knows it as of now. */
public final class FeedbackWriter {
    private final Settings settings;
    private final Clients clients;
    private final SchemaRegistry registry;

    /** For one watch. */
    public FeedbackWriter(Settings settings, SchemaRegistry registry) {
        this.settings = settings;
        this.clients = new Clients(settings);
        this.registry = registry;
    }

    /**
     * About an alert; without the entity, the alert is looked up on its topic.
     *
     * @return what it was written about, for people
     * @throws IllegalArgumentException if no entity is given and there is no such alert
     */
    public String aboutAlert(String alertId, @Nullable String entity, Label label, String who, @Nullable String comment)
            throws InterruptedException {
        if (entity != null) {
            return write(entity, alertId, null, null, null, label, who, comment);
        }
        return aboutAlert(find(alertId), label, who, comment);
    }

    /** About an alert that is at hand; returns what it was written about, for people. */
    public String aboutAlert(Alert alert, Label label, String who, @Nullable String comment)
            throws InterruptedException {
        return write(
                alert.getEntity(),
                alert.getAlertId(),
                alert.getOpeningEvent().getEventId(),
                alert.getOpeningEvent().getEventTime(),
                null,
                label,
                who,
                comment);
    }

    /**
     * About an event of an entity; throws IllegalArgumentException without the entity.
     *
     * @param eventTime when it happened; null if unknown
     * @param values of it by the paths of its fields; null if unknown
     */
    public String aboutEvent(
            String eventId,
            @Nullable String entity,
            @Nullable Instant eventTime,
            @Nullable Map<String, String> values,
            Label label,
            String who,
            @Nullable String comment)
            throws InterruptedException {
        if (entity == null) {
            throw new IllegalArgumentException(
                    "event " + eventId + " is given without an entity: say with --entity whose event it is");
        }
        return write(entity, null, eventId, eventTime, values, label, who, comment);
    }

    /** When an event happened, by its newest score; empty where none stands on the topic of scores. */
    public Optional<Instant> timeOf(String eventId, String entity) {
        LabelRow wanted = new LabelRow(entity, eventId, 0, 0, Label.FRAUD, null, null, Map.of());
        ScoredEvents scored = new ScoredEvents();
        scored.want(wanted);
        new ContractTopic<>(settings, registry, settings.topics().scores(), Score.class).read(scored::take);
        return Optional.ofNullable(scored.of(wanted).get(0).time());
    }

    private Alert find(String alertId) {
        AtomicReference<@Nullable Alert> found = new AtomicReference<>();
        new ContractTopic<>(settings, registry, settings.topics().alerts(), Alert.class).read(alert -> {
            if (alert.getAlertId().equals(alertId)) {
                found.set(alert);
            }
        });
        Alert alert = found.get();
        if (alert == null) {
            throw new IllegalArgumentException("alert " + alertId + " is not on topic "
                    + settings.topics().alerts() + ": check the id, or give --entity if the topic no longer holds it");
        }
        return alert;
    }

    private String write(
            String entity,
            @Nullable String alertId,
            @Nullable String eventId,
            @Nullable Instant eventTime,
            @Nullable Map<String, String> values,
            Label label,
            String who,
            @Nullable String comment)
            throws InterruptedException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Feedback feedback = new Feedback(entity, alertId, eventId, eventTime, now, label, who, comment, values);
        String topic = settings.topics().feedback();
        try (Producer<byte[], byte[]> producer = clients.producer();
                AvroSerializer<Feedback> serializer = new AvroSerializer<>(registry, settings.serde())) {
            producer.send(new ProducerRecord<>(
                            topic, entity.getBytes(StandardCharsets.UTF_8), serializer.serialize(topic, feedback)))
                    .get();
        } catch (ExecutionException e) {
            throw new NoRights(settings)
                    .asked(
                            new IllegalStateException(
                                    "feedback was not written to topic " + topic + " (" + e.getCause() + "): try again",
                                    e),
                            AclOperation.WRITE);
        }
        return (alertId != null ? "alert " + alertId : "event " + eventId) + " of " + entity;
    }
}
