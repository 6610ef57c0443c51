package dev.twinwatch.stream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Outcome;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.serde.AvroSerializer;
import dev.twinwatch.stream.Purchases;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutcomesTest {
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
    void whatIsNoEventGoesToTheDeadLettersAsItCameAndHasAnOutcome() {
        byte[] key = {1, 2};
        byte[] value = "not an event".getBytes(StandardCharsets.UTF_8);
        var headers = new RecordHeaders();
        headers.add("trace", new byte[] {7});

        stream.events.pipeInput(new TestRecord<>(key, value, headers));

        TestRecord<byte[], byte[]> letter = stream.deadLetters.readRecord();
        assertThat(letter.key()).isEqualTo(key);
        assertThat(letter.value()).isEqualTo(value);
        assertThat(letter.headers().lastHeader("trace").value()).containsExactly(7);
        assertThat(text(letter.headers(), DeadLetters.REASON)).contains("0x6e").contains("JSON");
        assertThat(text(letter.headers(), DeadLetters.TOPIC)).isEqualTo("purchases.events.v1");
        assertThat(text(letter.headers(), DeadLetters.OFFSET)).isEqualTo("0");
        Score score = stream.scores.readValue();
        assertThat(score.getOutcome()).isEqualTo(Outcome.UNREADABLE);
        assertThat(score.getEventId()).isEqualTo("purchases.events.v1-0-0");
        assertThat(score.getEntity()).isNull();
    }

    @Test
    void aRecordWhoseSenderGaveNoTimestampTakesThatOfThePartition() {
        RecordTime time = new RecordTime();

        assertThat(time.extract(new ConsumerRecord<>("t", 0, 0, "k", "v"), 7)).isEqualTo(7);
        assertThat(time.extract(new ConsumerRecord<>("t", 0, 0, "k", "v"), -1)).isZero();
    }

    @Test
    void aReasonThatQuotesAnEndlessSchemaFitsIntoARecord() {
        int id = stream.registry.register(
                "purchases.events.v1-value",
                SchemaBuilder.array().prop("note", "x".repeat(100_000)).items().longType());

        stream.events.pipeInput(new byte[0], new byte[] {0, 0, 0, 0, (byte) id, 0});

        assertThat(stream.scores.readValue().getReason()).hasSize(1_000);
    }

    @Test
    void hostileRecordsAreUnreadableAndTheNextEventIsDecided() {
        stream.json("{\"customer\": ");
        stream.json("{\"customer\": {\"name\": \"ana\"}}");
        stream.json("{\"a\":".repeat(2000));
        stream.json("{\"customer\": \"ana\", \"id\": \"1\", \"at\": \"soon\", \"amount\": 1, \"place\": \"x\"}");
        stream.events.pipeInput(new byte[0], new byte[] {0, 0, 0, 0, 99, 1, 2});
        stream.events.pipeInput(new byte[0], new byte[] {0, 1});
        stream.events.pipeInput(new byte[0], new byte[0]);
        stream.purchase("ana", 0, "home");

        assertThat(stream.outcomes())
                .containsExactly(
                        "UNREADABLE",
                        "UNREADABLE",
                        "UNREADABLE",
                        "UNREADABLE",
                        "UNREADABLE",
                        "UNREADABLE",
                        "UNREADABLE",
                        "LEARNING");
        assertThat(stream.deadLetters.readRecordsToList()).hasSize(7);
    }

    @Test
    void aRecordOverTheLimitIsUnreadableBeforeItIsParsedAndItsDeadLetterIsCut(@TempDir Path other) {
        try (var small = new StreamUnderTest(Purchases.WATCH, other, Map.of("limits.record-bytes", "1KiB"))) {
            small.events.pipeInput(new byte[0], new byte[2 << 20]);

            TestRecord<byte[], byte[]> letter = small.deadLetters.readRecord();
            assertThat(text(letter.headers(), DeadLetters.REASON))
                    .contains("2097152")
                    .contains("limits.record-bytes");
            assertThat(text(letter.headers(), DeadLetters.CUT_FROM)).isEqualTo("2097152");
            assertThat(letter.value()).hasSize(256 << 10);
        }
    }

    @Test
    void avroAndJsonAreReadAlike() {
        stream.activate(Purchases.bundle(1), 1);
        for (int minute = 0; minute < 14; minute++) {
            String place = minute < 12 ? "home" : "far" + minute;
            stream.purchase("json", minute, place);
            stream.events.pipeInput(new byte[0], avro("avro", minute, place));
        }

        List<Score> scores = stream.scores.readValuesToList();

        assertThat(evidence(scores, "avro")).isEqualTo(evidence(scores, "json")).hasSize(14);
        assertThat(stream.alerts.readKeyValuesToList()).extracting(kv -> kv.key).containsExactly("json", "avro");
    }

    @Test
    void everyEventHasExactlyOneOutcome() {
        stream.activate(Purchases.bundle(1), 1);
        stream.atHome("ana", 0, 14);
        stream.purchase("ana", -200, "home");
        stream.enrol("ben", 0, "home");
        stream.json("{}");

        List<Score> scores = stream.scores.readValuesToList();

        assertThat(scores)
                .extracting(Score::getSourceOffset)
                .doesNotHaveDuplicates()
                .hasSize(17);
        assertThat(scores.subList(0, 12)).extracting(Score::getOutcome).containsOnly(Outcome.LEARNING, Outcome.SCORED);
        assertThat(scores.subList(12, 14)).extracting(Score::getOutcome).containsOnly(Outcome.SCORED);
        assertThat(scores.subList(14, 17))
                .extracting(Score::getOutcome)
                .containsExactlyInAnyOrder(Outcome.LATE, Outcome.ENROLLED, Outcome.UNREADABLE);
    }

    @Test
    void aLateEventSaysByHowMuch() {
        stream.purchase("ana", 120, "home");

        stream.purchase("ana", 0, "home");

        assertThat(stream.scores.readValuesToList().get(1).getReason()).contains("3600000000 microseconds");
    }

    @Test
    void withoutAModelEventsAreLearnedFromAndScoredOnceOneIsPublished() {
        stream.atHome("ana", 0, 12);
        assertThat(stream.outcomes()).containsOnly("LEARNING").hasSize(12);

        stream.activate(Purchases.bundle(1), 1);
        stream.purchase("ana", 12, "home");

        assertThat(stream.outcomes()).containsExactly("SCORED");
    }

    @Test
    void aNewerModelTakesOverAndAnOlderPointerDoesNot() {
        stream.activate(Purchases.bundle(1), 2);
        stream.purchase("ana", 0, "home");
        String second = stream.activate(Purchases.bundle(2), 3).version();
        stream.purchase("ana", 1, "home");
        stream.activate(Purchases.bundle(1), 1);

        stream.purchase("ana", 2, "home");

        List<Score> scores = stream.scores.readValuesToList();
        assertThat(scores.get(0).getModelVersion()).isNotEqualTo(second);
        assertThat(scores.get(1).getModelVersion()).isEqualTo(second);
        assertThat(scores.get(2).getModelVersion()).isEqualTo(second);
    }

    @Test
    void unreadableFeedbackIsADeadLetterToo() {
        var bytes = stream.driver.createInputTopic(
                stream.settings.topics().feedback(), new ByteArraySerializer(), new ByteArraySerializer());

        bytes.pipeInput(new byte[0], new byte[] {9});

        assertThat(text(stream.deadLetters.readRecord().headers(), DeadLetters.TOPIC))
                .isEqualTo("purchases.feedback.v1");
    }

    @Test
    void scoresCanBeSwitchedOffAndAlertsGoOn(@TempDir Path other) {
        try (var quiet = new StreamUnderTest(Purchases.WATCH, other, Map.of("scores.enabled", "false"))) {
            quiet.activate(Purchases.bundle(1), 1);
            quiet.atHome("ana", 0, 12);
            quiet.purchase("ana", 12, "a");
            quiet.purchase("ana", 13, "b");
            quiet.json("{}");

            assertThat(quiet.scores.isEmpty()).isTrue();
            assertThat(quiet.alerts.readValuesToList()).hasSize(1);
            assertThat(quiet.counted("twinwatch.events", "outcome", "UNREADABLE"))
                    .isEqualTo(1);
        }
    }

    @Test
    void aLateEventHasItsOutcomeEvenWhereScoresAreSwitchedOff(@TempDir Path other) {
        try (var quiet = new StreamUnderTest(Purchases.WATCH, other, Map.of("scores.enabled", "false"))) {
            quiet.purchase("ana", 120, "home");

            quiet.purchase("ana", 0, "home");

            List<Score> written = quiet.scores.readValuesToList();
            assertThat(written).extracting(Score::getOutcome).containsExactly(Outcome.LATE);
            assertThat(written.get(0).getEventId()).isEqualTo("ana-0");
            assertThat(written.get(0).getSourceOffset()).isEqualTo(1);
        }
    }

    private static String text(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static List<Object> evidence(List<Score> scores, String customer) {
        return scores.stream()
                .filter(score -> customer.equals(score.getEntity()))
                .<Object>map(score -> score.getOutcome() + " " + score.getEvidence() + " " + score.getEventTime())
                .toList();
    }

    private byte[] avro(String customer, int minute, String place) {
        var schema = SchemaBuilder.record("Bought")
                .fields()
                .requiredString("customer")
                .requiredString("id")
                .requiredLong("at")
                .requiredDouble("amount")
                .optionalString("place")
                .endRecord();
        GenericRecord record = new GenericData.Record(schema);
        record.put("customer", customer);
        record.put("id", customer + "-" + minute);
        record.put("at", StreamUnderTest.START.plusSeconds(60L * minute).toEpochMilli());
        record.put("amount", 12.5);
        record.put("place", place);
        try (var serializer = new AvroSerializer<GenericRecord>(stream.registry)) {
            byte[] bytes = serializer.serialize(stream.settings.topics().events(), record);
            return Objects.requireNonNull(bytes);
        }
    }
}
