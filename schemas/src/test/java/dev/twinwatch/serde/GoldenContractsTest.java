package dev.twinwatch.serde;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.registry.InMemorySchemaRegistry;
import java.io.IOException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
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
                Arguments.of("control-model.hex", ContractRecords.pointer()),
                Arguments.of("control-chunk.hex", ContractRecords.chunk()),
                Arguments.of("control-limits.hex", ContractRecords.limits()),
                Arguments.of("control-snooze.hex", ContractRecords.snooze()),
                Arguments.of("control-fraud.hex", ContractRecords.fraudCase()));
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
}
