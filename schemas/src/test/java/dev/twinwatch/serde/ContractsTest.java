package dev.twinwatch.serde;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Outcome;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.registry.InMemorySchemaRegistry;
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

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();

    static Stream<SpecificRecord> records() {
        return Stream.of(
                ContractRecords.alert(),
                ContractRecords.score(),
                ContractRecords.feedback(),
                ContractRecords.pointer(),
                ContractRecords.chunk(),
                ContractRecords.limits(),
                ContractRecords.snooze(),
                ContractRecords.fraudCase());
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
            ]}\
            """);
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
}
