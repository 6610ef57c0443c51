package dev.twinwatch.stream.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.twinwatch.registry.RegistryUnavailableException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

final class LastRecordsTest {
    private static final String TOPIC = "purchases.alerts.v1";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    private final List<Optional<Boolean>> answersAtOpening = new CopyOnWriteArrayList<>();
    private final List<Long> shown = new CopyOnWriteArrayList<>();
    private final AtomicBoolean registryIsAway = new AtomicBoolean(true);
    private final AtomicBoolean caughtUp = new AtomicBoolean();

    private final LastRecords records =
            new LastRecords(this::opened, List.of(TOPIC), 100, this::show, () -> caughtUp.set(true));

    @Test
    void aRegistryThatIsAwayIsNotTakenForABrokerThatIsAway() {
        try (records) {
            records.start();

            await().untilTrue(caughtUp);
        }

        assertThat(answersAtOpening).containsExactly(Optional.empty(), Optional.of(true));
        assertThat(shown).as("nothing is lost").containsExactly(0L);
    }

    private void show(ConsumerRecord<byte[], byte[]> record) {
        if (registryIsAway.getAndSet(false)) {
            throw new RegistryUnavailableException("no schema registry answered", null);
        }
        shown.add(record.offset());
    }

    /** A broker with one record. */
    private Consumer<byte[], byte[]> opened() {
        answersAtOpening.add(records.brokerAnswers());
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
        consumer.updatePartitions(TOPIC, List.of(new PartitionInfo(TOPIC, 0, Node.noNode(), null, null)));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, 1L));
        consumer.schedulePollTask(
                () -> consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, 0, new byte[0], new byte[0])));
        return consumer;
    }
}
