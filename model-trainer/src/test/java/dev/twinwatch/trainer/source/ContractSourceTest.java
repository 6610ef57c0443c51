package dev.twinwatch.trainer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.contracts.Control;
import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.Snooze;
import dev.twinwatch.registry.InMemorySchemaRegistry;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.serde.AvroSerializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContractSourceTest {
    private static final Control SNOOZE =
            new Control(Instant.ofEpochMilli(5), "eve", "", new Snooze("ana", Instant.ofEpochMilli(9)));

    @TempDir
    private Path folder;

    @Test
    void aTopicHasKeysTimesAndWhatWasTakenBackAndSaysWhatCannotBeRead() {
        InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
        MockConsumer<byte[], byte[]> consumer = topicOfThree();
        AvroSerializer<Control> serializer = new AvroSerializer<>(registry);
        consumer.schedulePollTask(() -> {
            consumer.addRecord(record(0, 7, serializer.serialize("c", SNOOZE)));
            consumer.addRecord(record(1, 8, null));
            consumer.addRecord(record(2, 9, new byte[] {1}));
        });

        List<ContractSource.Entry<Control>> entries = all(new ContractTopic<>(
                new TopicReader("c", "broker:9092", () -> consumer),
                "c",
                new AvroDeserializer<>(registry, Control.class)));

        assertThat(entries.get(0))
                .isEqualTo(new ContractSource.Entry<>(
                        "c partition 0 offset 0", 0, OptionalLong.of(7_000), "snooze/ana", SNOOZE, ""));
        assertThat(entries.get(1).value()).isNull();
        assertThat(entries.get(1).problem()).isEmpty();
        assertThat(entries.get(2).problem()).startsWith("record of topic c");
    }

    @Test
    void aFileHasRecordsAlone() throws IOException {
        assertThat(all(open(written(SNOOZE), Control.class)))
                .containsExactly(new ContractSource.Entry<>(
                        folder.resolve("c.avro") + " record 1", 0, OptionalLong.empty(), "", SNOOZE, ""));
    }

    @Test
    void aFileOfAnotherContractIsRefused() throws IOException {
        Path file = written(SNOOZE);

        assertThatThrownBy(() -> all(open(file, Feedback.class)))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith(file + " cannot be read after record 0, expected an Avro object container file"
                        + " of Feedback records: ");
    }

    @Test
    void aFileThatBreaksOffIsRefused() throws IOException {
        Path file = written(SNOOZE);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 5));

        assertThatThrownBy(() -> all(open(file, Control.class)))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("copy it again");
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        assertThatThrownBy(() -> open(folder.resolve("nope.avro"), Control.class))
                .hasMessageContaining("nope.avro is not a file");
    }

    private static <T extends SpecificRecord> ContractSource<T> open(Path file, Class<T> contract) {
        return Sources.contracts(
                file.toString(),
                contract,
                () -> {
                    throw new AssertionError("no topic is read");
                },
                Map.of());
    }

    private static <T> List<ContractSource.Entry<T>> all(ContractSource<T> source) {
        List<ContractSource.Entry<T>> entries = new ArrayList<>();
        source.forEach(entries::add);
        return entries;
    }

    private Path written(Control record) throws IOException {
        Path file = folder.resolve("c.avro");
        try (DataFileWriter<Control> out = new DataFileWriter<>(new SpecificDatumWriter<>(Control.class))) {
            out.create(Control.getClassSchema(), file.toFile());
            out.append(record);
        }
        return file;
    }

    private static MockConsumer<byte[], byte[]> topicOfThree() {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
        consumer.updatePartitions("c", List.of(new PartitionInfo("c", 0, null, null, null)));
        consumer.updateBeginningOffsets(Map.of(new TopicPartition("c", 0), 0L));
        consumer.updateEndOffsets(Map.of(new TopicPartition("c", 0), 3L));
        return consumer;
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset, long millis, byte @Nullable [] value) {
        return new ConsumerRecord<>(
                "c",
                0,
                offset,
                millis,
                TimestampType.CREATE_TIME,
                0,
                0,
                "snooze/ana".getBytes(StandardCharsets.UTF_8),
                value,
                new RecordHeaders(),
                Optional.empty());
    }
}
