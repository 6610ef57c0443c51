package dev.twinwatch.serde;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Reason;
import dev.twinwatch.registry.InMemorySchemaRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bytes of each contract under schema id 258. They lie on topics of users: a difference is a migration to think about,
 * not a file to write anew.
 */
final class GoldenContractsTest {
    private final InMemorySchemaRegistry idsFrom258 = new InMemorySchemaRegistry(258);

    static Stream<Arguments> records() {
        return Stream.of(
                Arguments.of("alert.hex", ContractRecords.alert()),
                Arguments.of("score.hex", ContractRecords.score()),
                Arguments.of("feedback.hex", ContractRecords.feedback()),
                Arguments.of("audit.hex", ContractRecords.audit()),
                Arguments.of("control-model.hex", ContractRecords.pointer()),
                Arguments.of("control-chunk.hex", ContractRecords.chunk()),
                Arguments.of("control-limits.hex", ContractRecords.limits()),
                Arguments.of("control-snooze.hex", ContractRecords.snooze()),
                Arguments.of("control-fraud.hex", ContractRecords.fraudCase()),
                Arguments.of("control-renewal.hex", ContractRecords.renewal()),
                Arguments.of("control-watch.hex", ContractRecords.watch()));
    }

    @ParameterizedTest
    @MethodSource("records")
    void aContractIsWrittenAsItsGoldenBytesAndReadFromThem(String file, SpecificRecord record) throws IOException {
        var bytes = new AvroSerializer<>(idsFrom258).serialize("topic", record);

        var hex = HexFormat.of();
        assertThat(hex.formatHex(bytes)).isEqualTo(hex.formatHex(GoldenBytes.read(file)));
        var back = new AvroDeserializer<>(idsFrom258, record.getClass()).deserialize("topic", GoldenBytes.read(file));
        assertThat(back).isEqualTo(record);
    }

    /** It told neither events nor neighbours. */
    @Test
    void anAlertThatRelease010WroteIsReadWithTheDefaultsOfThisOne() throws IOException {
        var released = new Schema.Parser()
                .parse(Path.of("src/test/resources/released/0.1.0/Alert.avsc").toFile());
        idsFrom258.register("alerts-value", released);

        var back = Objects.requireNonNull(new AvroDeserializer<>(idsFrom258, Alert.class)
                .deserialize("topic", GoldenBytes.read("alert-0.1.0.hex")));

        assertThat(back.getEntity()).isEqualTo("ana");
        assertThat(back.getReasons())
                .containsExactly(new Reason(
                        "amount", "50 times the usual amount", "2000", "about 40", 0.7, List.of(), List.of()));
        assertThat(back.getNearestReference()).isNull();
        assertThat(back.getNearestEntity()).isNull();
        assertThat(back.getNearestCase()).isNull();
        assertThat(back.getControlVersion()).isEqualTo(17);
    }
}
