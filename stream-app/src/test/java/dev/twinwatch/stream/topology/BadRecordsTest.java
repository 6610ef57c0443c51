package dev.twinwatch.stream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Outcome;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.serde.AvroSerializer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of record that cannot be used: a dead letter that says why and where it lay, between events that are decided. */
final class BadRecordsTest {
    private static final String TOPIC = "purchases.events.v1";
    private static final Schema SCHEMA = SchemaBuilder.record("Bought")
            .fields()
            .optionalString("customer")
            .optionalString("id")
            .optionalLong("at")
            .requiredDouble("amount")
            .optionalString("place")
            .endRecord();

    private StreamUnderTest stream;

    @BeforeEach
    void open(@TempDir Path folder) {
        stream = new StreamUnderTest(folder);
    }

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void withoutAnEntity() {
        assertPutAside(avro(null, 1L, 5), "field customer (the entity) is missing");
    }

    @Test
    void withoutATime() {
        assertPutAside(avro("ana", null, 5), "field at (the time) is missing");
    }

    @Test
    void withANumberThatIsNone() {
        assertPutAside(avro("ana", 1L, Double.NaN), "field amount is NaN, expected a finite number");
    }

    @Test
    void withANumberThatIsEndless() {
        assertPutAside(
                avro("ana", 1L, Double.NEGATIVE_INFINITY), "field amount is -Infinity, expected a finite number");
    }

    @Test
    void withABadMagicByte() {
        assertPutAside(
                new byte[] {1, 0, 0, 0, 1, 2},
                "record starts with byte 0x1: expected 0x00 (Avro with a schema id of the registry) or {");
    }

    @Test
    void ofASchemaThatTheRegistryDoesNotHave() {
        assertPutAside(new byte[] {0, 0, 1, 2, 3, 4}, "no schema has the id 66051");
    }

    @Test
    void cutInTheMiddle() {
        byte[] whole = avro("ana", 1L, 5);

        assertPutAside(Arrays.copyOf(whole, whole.length - 6), "its bytes were cut or written with another schema");
    }

    @Test
    void ofTenMegabytes() {
        byte[] large = ("{\"customer\": \"" + "x".repeat(10 << 20) + "\"}").getBytes(StandardCharsets.UTF_8);

        TestRecord<byte[], byte[]> letter =
                assertPutAside(large, "record has " + large.length + " bytes, read are at most 1048576");

        assertThat(letter.value()).as("what is kept of it").hasSize(256 << 10);
        assertThat(header(letter, DeadLetters.CUT_FROM)).isEqualTo(String.valueOf(large.length));
    }

    private TestRecord<byte[], byte[]> assertPutAside(byte[] bad, String reason) {
        stream.purchase("ana", 0, "home");
        stream.events.pipeInput(new TestRecord<>("k".getBytes(StandardCharsets.UTF_8), bad, null, 17L));
        stream.purchase("ana", 1, "home");

        TestRecord<byte[], byte[]> letter = stream.deadLetters.readRecord();
        assertThat(stream.deadLetters.isEmpty()).isTrue();
        assertThat(header(letter, DeadLetters.REASON)).contains(reason);
        assertThat(header(letter, DeadLetters.TOPIC)).isEqualTo(TOPIC);
        assertThat(header(letter, DeadLetters.PARTITION)).isEqualTo("0");
        assertThat(header(letter, DeadLetters.OFFSET)).isEqualTo("1");
        assertThat(header(letter, DeadLetters.TIMESTAMP)).isEqualTo("17");
        assertThat(letter.key()).isEqualTo("k".getBytes(StandardCharsets.UTF_8));

        List<Score> scores = stream.scores.readValuesToList();
        assertThat(scores)
                .extracting(Score::getSourceOffset)
                .as("good records keep their place")
                .containsExactlyInAnyOrder(0L, 1L, 2L);
        assertThat(scores)
                .filteredOn(score -> score.getOutcome() == Outcome.UNREADABLE)
                .singleElement()
                .satisfies(of -> {
                    assertThat(of.getSourceOffset()).isEqualTo(1);
                    assertThat(of.getReason()).contains(reason);
                });
        return letter;
    }

    private byte[] avro(@Nullable String customer, @Nullable Long at, double amount) {
        GenericRecord record = new GenericData.Record(SCHEMA);
        record.put("customer", customer);
        record.put("id", "b1");
        record.put("at", at);
        record.put("amount", amount);
        try (var serializer = new AvroSerializer<GenericRecord>(stream.registry)) {
            return Objects.requireNonNull(serializer.serialize(TOPIC, record));
        }
    }

    private static String header(TestRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
