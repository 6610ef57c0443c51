package dev.twinwatch.serde;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.contracts.PaymentEvent;
import dev.twinwatch.registry.InMemorySchemaRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes on a topic, which every other client must agree with. */
final class WireFormatTest {
    private final InMemorySchemaRegistry idsFrom258 = new InMemorySchemaRegistry(258);

    @Test
    void aGeneratedRecordIsWrittenAsTheGoldenBytes() throws IOException {
        var bytes = new AvroSerializer<PaymentEvent>(idsFrom258).serialize("payments", Payments.specific());

        assertThat(bytes).isEqualTo(GoldenBytes.read("payment.hex"));
    }

    @Test
    void aGenericRecordIsWrittenAsTheSameBytes() throws IOException {
        var bytes = AvroSerde.generic(idsFrom258).serializer().serialize("payments", Payments.generic());

        assertThat(bytes).isEqualTo(GoldenBytes.read("payment.hex"));
    }

    @Test
    void theGoldenBytesAreReadAsTheRecord() throws IOException {
        idsFrom258.register("payments-value", PaymentEvent.getClassSchema());

        var payment = new AvroDeserializer<>(idsFrom258, PaymentEvent.class)
                .deserialize("payments", GoldenBytes.read("payment.hex"));

        assertThat(payment).isEqualTo(Payments.specific());
    }

    @ParameterizedTest
    @CsvSource({"1", "255", "256", "8388608", "2147483647", "-1"})
    void everyIdIsReadBackAsItWasWritten(int id) {
        var out = new ByteArrayOutputStream();

        WireFormat.writeHeader(id, out);

        assertThat(WireFormat.schemaIdIn(out.toByteArray(), "payments")).isEqualTo(id);
    }

    @Test
    void bytesOfAnotherFormatAreRefusedWithTheirFirstByteAndTopic() {
        var json = "{\"who\":\"ana\"}".getBytes(UTF_8);

        assertThatThrownBy(() -> WireFormat.schemaIdIn(json, "payments"))
                .isInstanceOf(NotWireFormatException.class)
                .hasMessage(
                        "record of topic payments has magic byte 0x7b and 13 bytes in all, expected 0x00 and at least"
                                + " 5: its producer must write Confluent's wire format, or the topic must be read as"
                                + " JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "00000001"})
    void bytesShorterThanAHeaderAreRefused(String hex) {
        var bytes = HexFormat.of().parseHex(hex);

        assertThatThrownBy(() -> WireFormat.schemaIdIn(bytes, "payments"))
                .isInstanceOf(NotWireFormatException.class)
                .hasMessageContaining("topic payments");
    }
}
