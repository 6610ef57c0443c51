package dev.twinwatch.stream.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.Label;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.SchemaStore;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

final class FeedbackInTransitTest {
    /** What 1.avsc wrote; it may wait on a topic, so these bytes never change. */
    private static final String WRITTEN_BY_1 = "c301" // Avro's mark of a single object
            + "22d24dc0058e2c6a" // fingerprint of the schema, its lowest byte first
            + "06616e61" // entity ana
            + "0206612d31" // alert_id a-1
            + "0000" // neither event_id nor event_time
            + "d00f" // known_at 1000
            + "00" // label FRAUD
            + "0662656e" // who ben
            + "00"; // no comment

    /** What 2.avsc wrote, likewise: the same with values, of which there are none. */
    private static final String WRITTEN_BY_2 = "c301"
            + "56ee2a8168aa89e7" // fingerprint
            + WRITTEN_BY_1.substring(20)
            + "00"; // no values

    private final Feedback feedback =
            new Feedback("ana", "a-1", null, null, Instant.ofEpochMilli(1_000), Label.FRAUD, "ben", null, null);

    @Test
    void theSecondSchemaWritesTheseBytes() {
        assertThat(bytes(FeedbackInTransit.serde(), feedback))
                .isEqualTo(HexFormat.of().parseHex(WRITTEN_BY_2));
    }

    @Test
    void whatTheSecondSchemaWroteIsRead() {
        assertThat(read(FeedbackInTransit.serde(), HexFormat.of().parseHex(WRITTEN_BY_2)))
                .isEqualTo(feedback);
    }

    @Test
    void whatTheFirstSchemaWroteIsRead() {
        assertThat(read(FeedbackInTransit.serde(), HexFormat.of().parseHex(WRITTEN_BY_1)))
                .isEqualTo(feedback);
    }

    @Test
    void theContractOfThisReleaseIsAmongTheSchemasInTransit() {
        assertThat(FeedbackInTransit.SCHEMAS)
                .as("whoever changes Feedback.avsc adds it to feedback-in-transit under the next number")
                .anySatisfy(name -> assertThat(SchemaNormalization.toParsingForm(FeedbackInTransit.schema(name)))
                        .isEqualTo(SchemaNormalization.toParsingForm(Feedback.getClassSchema())));
    }

    @Test
    void feedbackOfAReleaseThatKnewNoCommentIsRead() throws IOException {
        Schema before = withoutComment();
        SchemaStore.Cache written = new SchemaStore.Cache();
        written.addSchema(before);

        assertThat(read(FeedbackInTransit.serde(written), writtenWith(before))).isEqualTo(feedback);
    }

    @Test
    void feedbackOfANewerReleaseIsRefusedWithWhatToDo() throws IOException {
        byte[] bytes = writtenWith(withoutComment());

        assertThatThrownBy(() -> read(FeedbackInTransit.serde(), bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("feedback in transit (" + bytes.length + " bytes) cannot be read")
                .hasMessageEndingWith("run the release that wrote it, or a newer one");
    }

    private static Schema withoutComment() {
        Schema now = FeedbackInTransit.schema("1.avsc");
        return Schema.createRecord(
                now.getName(),
                null,
                now.getNamespace(),
                false,
                now.getFields().stream()
                        .filter(field -> !field.name().equals("comment"))
                        .map(field -> new Schema.Field(field, field.schema()))
                        .toList());
    }

    private static byte[] writtenWith(Schema schema) throws IOException {
        GenericRecord record = new GenericData.Record(schema);
        record.put("entity", "ana");
        record.put("alert_id", "a-1");
        record.put("known_at", 1_000L);
        record.put("label", new GenericData.EnumSymbol(schema.getField("label").schema(), "FRAUD"));
        record.put("who", "ben");
        var bytes = new ByteArrayOutputStream();
        new BinaryMessageEncoder<GenericRecord>(new GenericData(), schema).encode(record, bytes);
        return bytes.toByteArray();
    }

    private static byte[] bytes(Serde<Feedback> serde, Feedback feedback) {
        return serde.serializer().serialize("any", feedback);
    }

    private static Feedback read(Serde<Feedback> serde, byte[] bytes) {
        return serde.deserializer().deserialize("any", bytes);
    }
}
