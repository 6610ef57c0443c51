package dev.twinwatch.sandbox.demo.traffic;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/** Reads committed scores and alerts in a thread of its own, and enters them in the ledgers of history and live events. */
public final class OutcomeReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long CLOSING_MILLIS = 5_000;

    private final Consumer<byte[], byte[]> consumer;
    private final String alerts;
    private final AvroDeserializer<Score> scoreReader;
    private final AvroDeserializer<Alert> alertReader;
    private final Listener listener;
    private final Thread thread = new Thread(this::run, "outcomes");
    private final Ledgers ledgers;

    /** Hears what is read, in the reader's thread. */
    public interface Listener {
        /** The outcome of one event. */
        void scored(Score score);

        /** An alert was opened, has grown or is closed. */
        void alert(Alert alert);
    }

    /** Reads from the beginning of both topics, so that what earlier runs brought about is heard as well. */
    public OutcomeReader(Settings settings, SchemaRegistry registry, Ledgers ledgers, Listener listener) {
        this.consumer = new Clients(settings).consumer();
        this.alerts = settings.topics().alerts();
        this.scoreReader = new AvroDeserializer<>(registry, Score.class);
        this.alertReader = new AvroDeserializer<>(registry, Alert.class);
        this.listener = listener;
        this.ledgers = ledgers;
        List<TopicPartition> partitions = Stream.of(settings.topics().scores(), alerts)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try (consumer) {
            while (true) {
                consumer.poll(POLL).forEach(this::read);
            }
        } catch (WakeupException e) {
            // Somebody closed it.
        } catch (RuntimeException e) {
            ledgers.failed(e);
        }
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(alerts)) {
            Alert alert = Objects.requireNonNull(alertReader.deserialize(record.topic(), record.value()));
            listener.alert(alert);
            ledgers.alert(alert.getAlertId());
        } else {
            Score score = Objects.requireNonNull(scoreReader.deserialize(record.topic(), record.value()));
            listener.scored(score);
            ledgers.of(score.getEventId()).outcome(score);
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join(CLOSING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
