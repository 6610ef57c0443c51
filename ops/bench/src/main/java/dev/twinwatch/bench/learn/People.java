package dev.twinwatch.bench.learn;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Label;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.sandbox.simulator.Payment;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.stream.feedback.FeedbackWriter;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.kafka.WholeTopic;
import dev.twinwatch.stream.settings.Settings;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Analysts who look at alerts and say what they really were. */
final class People {
    private final Settings settings;
    private final SchemaRegistry registry;
    private final Town town;

    People(Settings settings, SchemaRegistry registry, Town town) {
        this.settings = settings;
        this.registry = registry;
        this.town = town;
    }

    /** All alerts so far, each once, in the order of their partitions. */
    List<Alert> alerts() {
        Map<String, Alert> first = new LinkedHashMap<>();
        try (AvroDeserializer<Alert> deserializer = new AvroDeserializer<>(registry, Alert.class)) {
            new WholeTopic(new Clients(settings), settings.topics().alerts()).read(record -> {
                Alert alert = deserializer.deserialize(record.topic(), record.value());
                if (alert != null) {
                    first.putIfAbsent(alert.getAlertId(), alert);
                }
            });
        }
        return List.copyOf(first.values());
    }

    /** Whether it was somebody else. */
    boolean isRight(Alert alert) {
        return alert.getOpeningEvent().getEventTime() != null
                && town.isTakenOver(
                        alert.getEntity(),
                        alert.getOpeningEvent().getEventTime().toEpochMilli());
    }

    /**
     * Customers who find out by themselves that somebody else paid, though no alert said so: the last payment of each of so many
     * takeovers; returns how many there were.
     */
    int complain(List<Alert> alerts, List<Payment> payments, int most) throws InterruptedException {
        Map<String, Payment> last = new LinkedHashMap<>();
        for (Payment payment : payments) {
            boolean alerted =
                    alerts.stream().anyMatch(alert -> alert.getEntity().equals(payment.customer()) && isRight(alert));
            if (!alerted && town.isTakenOver(payment.customer(), payment.paidAt())) {
                last.put(payment.customer(), payment);
            }
        }
        FeedbackWriter writer = new FeedbackWriter(settings, registry);
        List<Payment> told = last.values().stream().limit(most).toList();
        for (Payment payment : told) {
            writer.aboutEvent(
                    payment.paymentId(),
                    payment.customer(),
                    Instant.ofEpochMilli(payment.paidAt()),
                    null,
                    Label.FRAUD,
                    "the customer",
                    null);
        }
        return told.size();
    }

    /** Says of each what it was. */
    void speakOf(List<Alert> alerts) throws IOException, InterruptedException {
        FeedbackWriter writer = new FeedbackWriter(settings, registry);
        for (Alert alert : alerts) {
            writer.aboutAlert(alert, isRight(alert) ? Label.FRAUD : Label.LEGITIMATE, "an analyst", null);
        }
    }
}
