package dev.twinwatch.retrainer.history;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.registry.UnknownSchemaException;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.serde.UnreadableRecordException;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.settings.Settings;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what people said, and the alerts that they spoke of. */
public final class FeedbackTopic {
    private static final Logger LOG = LoggerFactory.getLogger(FeedbackTopic.class);

    private final Clients clients;
    private final Settings settings;
    private final SchemaRegistry registry;

    /** Of one watch. */
    public FeedbackTopic(Settings settings, SchemaRegistry registry) {
        this.settings = settings;
        this.registry = registry;
        this.clients = new Clients(settings);
    }

    /** Where it ends now. */
    public Offsets end() {
        return Offsets.endOf(clients, settings.topics().feedback());
    }

    /** How many alerts and events were spoken of from some offsets to others. */
    public int countBetween(Offsets from, Offsets end) {
        Set<String> about = new HashSet<>();
        read(settings.topics().feedback(), from, end, Feedback.class, feedback -> about.add(Said.aboutOf(feedback)));
        about.remove("");
        return about.size();
    }

    /** All that was said up to some offsets. */
    public Said until(Offsets end) {
        Said said = new Said();
        read(settings.topics().feedback(), Offsets.BEGINNING, end, Feedback.class, said::add);
        String alerts = settings.topics().alerts();
        read(alerts, Offsets.BEGINNING, Offsets.endOf(clients, alerts), Alert.class, said::add);
        return said;
    }

    private <T extends SpecificRecord> void read(
            String topic, Offsets from, Offsets end, Class<T> contract, Consumer<T> each) {
        try (MergedTopic merged = new MergedTopic(clients, topic, from, end);
                AvroDeserializer<T> deserializer = new AvroDeserializer<>(registry, contract)) {
            merged.read(
                    record -> {
                        try {
                            T value = deserializer.deserialize(record.topic(), record.value());
                            if (value != null) {
                                each.accept(value);
                            }
                        } catch (UnreadableRecordException | UnknownSchemaException e) {
                            LOG.warn(
                                    "record {} of topic {} is passed over: {}",
                                    record.offset(),
                                    record.topic(),
                                    e.getMessage());
                        }
                    },
                    () -> true);
        }
    }
}
