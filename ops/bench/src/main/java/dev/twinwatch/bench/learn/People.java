package dev.twinwatch.bench.learn;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Label;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.stream.feedback.FeedbackWriter;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.kafka.WholeTopic;
import dev.twinwatch.stream.settings.Settings;
import java.io.IOException;
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

    /** Says of each what it was. */
    void speakOf(List<Alert> alerts) throws IOException, InterruptedException {
        FeedbackWriter writer = new FeedbackWriter(settings, registry);
        for (Alert alert : alerts) {
            writer.aboutAlert(alert, isRight(alert) ? Label.FRAUD : Label.LEGITIMATE, "an analyst", null);
        }
    }
}
