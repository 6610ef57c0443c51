package dev.twinwatch.trainer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Origin;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class KafkaSourceTest {
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final KafkaSource source = new KafkaSource("pay", "broker:9092", JsonFields::of, () -> consumer);

    @Test
    void recordsAreReadFromTheBeginningToTheEndAtTheStart() {
        topic(Map.of(0, 2L, 1, 1L));
        consumer.schedulePollTask(() -> {
            add(0, 0, "{\"user\": \"ana\", \"place\": {\"city\": \"Lima\"}, \"n\": 1.5, \"ok\": true}");
            add(0, 1, "{\"user\": \"bob\"}");
            add(1, 0, "{\"user\": \"cai\"}");
            add(1, 1, "{\"user\": \"came later\"}");
        });
        Seen seen = new Seen("user", "place.city", "n", "ok");

        source.forEach(seen);

        assertThat(seen.values)
                .containsExactlyInAnyOrder(
                        List.of("ana", "Lima", 1.5, true),
                        List.of("bob", "absent", "absent", "absent"),
                        List.of("cai", "absent", "absent", "absent"));
        assertThat(seen.origins).contains(new Origin("pay", 0, 1, false), new Origin("pay", 1, 0, false));
    }

    @Test
    void whatIsNoEventIsReportedWithItsPlace() {
        topic(Map.of(0, 3L));
        consumer.schedulePollTask(() -> {
            add(0, 0, null);
            add(0, 1, "[1]");
            add(0, 2, "not json");
        });
        Seen seen = new Seen("user");

        source.forEach(seen);

        assertThat(seen.reasons)
                .containsExactly(
                        "pay partition 0 offset 0 has no value, expected an event",
                        "pay partition 0 offset 1 is JSON but not an object, expected for example {\"user\": \"ana\"}",
                        "pay partition 0 offset 2 is not JSON: write JSON objects, or give the topic's own format");
    }

    @Test
    void recordThatIsVisitedIsNamedByItsOffsetAndShownAsItStands() {
        topic(Map.of(0, 2L));
        consumer.schedulePollTask(() -> {
            add(0, 0, "{\"user\": \"ana\"}");
            add(0, 1, "not json");
        });
        List<String> seen = new ArrayList<>();

        source.forEach(new RecordVisitor() {
            @Override
            public void record(Fields fields, Origin origin) {
                seen.add(source.place(origin) + ": " + source.text());
            }

            @Override
            public void unreadable(String reason, Origin origin) {
                seen.add(source.place(origin) + " no event: " + source.text());
            }
        });

        assertThat(seen)
                .containsExactly(
                        "pay partition 0 offset 0: {\"user\": \"ana\"}", "pay partition 0 offset 1 no event: not json");
    }

    @Test
    void recordThatIsVisitedSaysWhenItWasWrittenAndWhetherItsSenderVouchesForIt() {
        topic(Map.of(0, 2L));
        consumer.schedulePollTask(() -> {
            add(0, 0, "{\"user\": \"ana\"}");
            consumer.addRecord(new ConsumerRecord<>(
                    "pay",
                    0,
                    1,
                    7,
                    TimestampType.CREATE_TIME,
                    0,
                    0,
                    new byte[0],
                    "{}".getBytes(StandardCharsets.UTF_8),
                    new RecordHeaders().add("twinwatch-enrol", "true".getBytes(StandardCharsets.UTF_8)),
                    Optional.empty()));
        });
        List<String> seen = new ArrayList<>();

        source.forEach(new RecordVisitor() {
            @Override
            public void record(Fields fields, Origin origin) {
                seen.add(source.writtenAt() + " " + source.isVouchedFor());
            }

            @Override
            public void unreadable(String reason, Origin origin) {
                throw new AssertionError(reason);
            }
        });

        assertThat(seen).containsExactly("OptionalLong.empty false", "OptionalLong[7000] true");
    }

    @Test
    void ofMoreRecordsThanAreWantedTheRestIsNotReadToItsEnd() {
        topic(Map.of(0, 1_000_000L));
        consumer.schedulePollTask(() -> {
            add(0, 0, "{\"user\": \"ana\"}");
            add(0, 1, "no event, which counts");
            add(0, 2, "{\"user\": \"cai\"}");
        });
        FirstRecords two = new FirstRecords(source, 2);
        Seen seen = new Seen("user");

        two.forEach(seen);

        assertThat(seen.values).containsExactly(List.of("ana"));
        assertThat(seen.reasons).hasSize(1);
        assertThat(two.isCut()).isTrue();
        assertThat(consumer.closed()).isTrue();
    }

    @Test
    void emptyTopicEndsAtOnce() {
        topic(Map.of(0, 0L));
        Seen seen = new Seen("user");

        source.forEach(seen);

        assertThat(seen.origins).isEmpty();
        assertThat(consumer.closed()).isTrue();
    }

    @Test
    void topicThatDoesNotExistIsNamed() {
        consumer.updatePartitions("other", List.of());

        assertThatThrownBy(() -> source.forEach(new Seen()))
                .isInstanceOf(SourceException.class)
                .hasMessage("topic pay at broker:9092 does not exist: check its name");
    }

    @Test
    void partitionThatGivesNothingIsNotWaitedForForEver() {
        topic(Map.of(0, 1L));

        assertThatThrownBy(() -> source.forEach(new Seen()))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("gave no record for 30 seconds before its end");
    }

    private void topic(Map<Integer, Long> ends) {
        consumer.updatePartitions(
                "pay",
                ends.keySet().stream()
                        .map(p -> new PartitionInfo("pay", p, null, null, null))
                        .toList());
        ends.forEach((p, end) -> {
            consumer.updateBeginningOffsets(Map.of(new TopicPartition("pay", p), 0L));
            consumer.updateEndOffsets(Map.of(new TopicPartition("pay", p), end));
        });
    }

    private void add(int partition, long offset, @Nullable String value) {
        byte @Nullable [] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
        consumer.addRecord(new ConsumerRecord<>("pay", partition, offset, new byte[0], bytes));
    }
}
