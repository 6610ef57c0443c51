package dev.twinwatch.serde;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.AlertState;
import dev.twinwatch.contracts.Audit;
import dev.twinwatch.contracts.BundleChunk;
import dev.twinwatch.contracts.Control;
import dev.twinwatch.contracts.EventRef;
import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.FraudCase;
import dev.twinwatch.contracts.Label;
import dev.twinwatch.contracts.Limits;
import dev.twinwatch.contracts.ModelPointer;
import dev.twinwatch.contracts.Outcome;
import dev.twinwatch.contracts.Reason;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.contracts.Severity;
import dev.twinwatch.contracts.Snooze;
import dev.twinwatch.registry.InMemorySchemaRegistry;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Twinwatch itself writes comes back as it was, also when it was written by an older release. */
final class ContractsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String SHA = "0".repeat(64);

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();

    static Stream<SpecificRecord> records() {
        var event = new EventRef("p1", NOON, 40L);
        var reasons = List.of(new Reason("amount", "50 times the usual amount", "2000", "about 40", 0.7));
        return Stream.of(
                Alert.newBuilder()
                        .setAlertId("a1")
                        .setWatch("card-payments")
                        .setEntity("ana")
                        .setState(AlertState.OPENED)
                        .setSeverity(Severity.HIGH)
                        .setOpeningEvent(event)
                        .setLatestEvent(event)
                        .setEvents(1)
                        .setEvidence(4.5)
                        .setPeakEvidence(4.5)
                        .setLimit(3.0)
                        .setDistance(1.2)
                        .setReferences(5)
                        .setReasons(reasons)
                        .setModelVersion(SHA)
                        .setModelEpoch(2)
                        .setControlVersion(17)
                        .build(),
                Score.newBuilder()
                        .setEventId("p1")
                        .setOutcome(Outcome.UNREADABLE)
                        .setReason("no field amount")
                        .setSourceTopic("payments")
                        .setSourcePartition(3)
                        .setSourceOffset(99)
                        .build(),
                Feedback.newBuilder()
                        .setEntity("ana")
                        .setEventId("p1")
                        .setEventTime(NOON)
                        .setKnownAt(NOON)
                        .setLabel(Label.LEGITIMATE)
                        .setWho("desk 4")
                        .build(),
                new Audit(NOON, "ana", "trained on March", "model", null, SHA),
                control(new ModelPointer(SHA, null, 2L)),
                control(new BundleChunk(SHA, 0, 1, 3L, ByteBuffer.wrap(new byte[] {1, 2, 3}))),
                control(new Limits("new-customers", 3.5, NOON)),
                control(new Snooze("ana", NOON)),
                control(new FraudCase("c1", "ana", ByteBuffer.wrap(new byte[] {1}), NOON)));
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyContractComesBackAsItWas(SpecificRecord record) {
        var bytes = new AvroSerializer<>(registry).serialize("topic", record);

        var back = new AvroDeserializer<>(registry, record.getClass()).deserialize("topic", bytes);

        assertThat(back).isEqualTo(record);
    }

    @Test
    void aScoreOfAnOlderReleaseIsReadWithTheDefaultsOfThisOne() {
        var older = new Schema.Parser().parse("""
                {"type": "record", "name": "Score", "namespace": "dev.twinwatch.contracts", "fields": [
                  {"name": "event_id", "type": "string"},
                  {"name": "outcome", "type": {"type": "enum", "name": "Outcome", "symbols": ["SCORED", "LATE"]}},
                  {"name": "source_topic", "type": "string"},
                  {"name": "source_partition", "type": "int"},
                  {"name": "source_offset", "type": "long"}
                ]}""");
        var written = new GenericRecordBuilder(older)
                .set("event_id", "p1")
                .set(
                        "outcome",
                        new GenericData.EnumSymbol(older.getField("outcome").schema(), "LATE"))
                .set("source_topic", "payments")
                .set("source_partition", 3)
                .set("source_offset", 99L)
                .build();
        var bytes = AvroSerde.generic(registry).serializer().serialize("scores", written);

        var read = AvroSerde.of(Score.class, registry).deserializer().deserialize("scores", bytes);

        assertThat(read)
                .isEqualTo(Score.newBuilder()
                        .setEventId("p1")
                        .setOutcome(Outcome.LATE)
                        .setSourceTopic("payments")
                        .setSourcePartition(3)
                        .setSourceOffset(99)
                        .build());
    }

    private static Control control(SpecificRecord change) {
        return new Control(NOON, "ana", "planned", change);
    }
}
