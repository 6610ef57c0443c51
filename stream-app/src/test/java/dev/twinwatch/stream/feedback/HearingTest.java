package dev.twinwatch.stream.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Audit;
import dev.twinwatch.registry.InMemorySchemaRegistry;
import dev.twinwatch.serde.AvroSerializer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the audit says of feedback, counted. */
final class HearingTest {
    private static final String TOPIC = "purchases.audit.v1";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private long offset;

    @BeforeEach
    void open() {
        consumer.updatePartitions(TOPIC, List.of(new PartitionInfo(TOPIC, 0, Node.noNode(), new Node[0], new Node[0])));
        consumer.updateEndOffsets(Map.of(PARTITION, 0L));
    }

    @Test
    void whatCameOfEachPieceIsCountedOnceAndNothingOfOthers() {
        try (Hearing hearing = Hearing.from(consumer, TOPIC, registry)) {
            audited("ana", "feedback/p-4", "ABSORBED");
            audited("bank", "model", "p-4");
            audited("bank", "feedback/p-4", null);
            audited("bank", "feedback/p-5", "OUTLIVED");
            audited("bank", "feedback/p-1", "TAKEN_OUT");
            audited("bank", "feedback/p-1", "REPEATED");
            audited("bank", "feedback/p-2", "KEPT_FOR_TRAINING");
            audited("bank", "feedback/p-3", "CONTRADICTED: ABSORBED");
            audited("bank", "feedback/p-4", "OUTLIVED");

            Heard heard = hearing.await(Map.of("p-1", 2, "p-2", 1, "p-3", 1, "p-4", 1), "bank", Duration.ofSeconds(30));

            assertThat(heard).isEqualTo(new Heard(2, 2, 1, 1, 0));
            assertThat(heard.words())
                    .isEqualTo("2 counted at once, 2 passed on for training, 1 said before,"
                            + " 1 against an earlier word");
        }
    }

    @Test
    void whatIsNotHeardInTimeIsCountedToo() {
        try (Hearing hearing = Hearing.from(consumer, TOPIC, registry)) {
            assertThat(hearing.await(Map.of("p-1", 2, "p-2", 1), "bank", Duration.ZERO))
                    .isEqualTo(new Heard(0, 0, 0, 0, 3));
        }
    }

    private void audited(String who, String what, @Nullable String after) {
        try (AvroSerializer<Audit> serializer = new AvroSerializer<>(registry)) {
            byte[] value = serializer.serialize(TOPIC, new Audit(Instant.EPOCH, who, "", what, null, after));
            consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, offset++, what.getBytes(StandardCharsets.UTF_8), value));
        }
    }
}
