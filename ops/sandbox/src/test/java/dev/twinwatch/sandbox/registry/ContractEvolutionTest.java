package dev.twinwatch.sandbox.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.Label;
import dev.twinwatch.registry.Compatibility;
import dev.twinwatch.registry.RegistryRefusedException;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.serde.AvroSerializer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Feedback as another release of its sender writes it, read by this one; with a registry that is asked over HTTP. */
class ContractEvolutionTest {
    private static final String TOPIC = "payments.feedback.v1";
    private static final String SUBJECT = TOPIC + "-value";

    @RegisterExtension
    final RunningRegistry running = new RunningRegistry();

    private SchemaRegistry registry;

    @BeforeEach
    void registerTheContract() {
        registry = SchemaRegistry.from(
                Map.of("schema.registry.url", running.caller().url()));
        registry.register(SUBJECT, Feedback.getClassSchema());
        registry.setCompatibility(SUBJECT, Compatibility.FULL_TRANSITIVE);
    }

    @Test
    void fieldThatANewerSenderAddsWithADefaultIsPassedOver() {
        Schema newer = changed("\"fields\":[", "\"fields\":[{\"name\":\"case\",\"type\":\"string\",\"default\":\"\"},");

        assertThat(read(newer, Map.of("case", "c7")).getEntity()).isEqualTo("ana");
    }

    @Test
    void fieldThatAnotherSenderLeavesOutTakesItsDefault() {
        String comment =
                ",{\"name\":\"comment\",\"type\":[\"null\",{\"type\":\"string\",\"avro.java.string\":\"String\"}],"
                        + "\"doc\":\"What else they say; free text.\",\"default\":null}";

        assertThat(read(changed(comment, ""), Map.of()).getComment()).isNull();
    }

    @Test
    void fieldThatANewerSenderRenamesWithAnAliasIsAcceptedAndHereTakesItsDefault() {
        Schema renamed = changed("{\"name\":\"comment\"", "{\"name\":\"remark\",\"aliases\":[\"comment\"]");

        assertThat(read(renamed, Map.of("remark", "stolen")).getComment()).isNull();
    }

    @Test
    void senderWhoseChangeBreaksThePromiseIsRefusedBeforeItsFirstRecord() {
        Schema withoutDefault = changed("\"fields\":[", "\"fields\":[{\"name\":\"case\",\"type\":\"string\"},");

        assertThatThrownBy(() -> write(withoutDefault, Map.of("case", "c7")))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("answered 409")
                .hasMessageContaining("READER_FIELD_MISSING_DEFAULT_VALUE, case")
                .hasMessageContaining("give new fields a default");
    }

    @Test
    void recordWhoseSchemaTakesTypesFromOtherSubjectsIsRead() throws Exception {
        String place = "{\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"Place\\\",\\\"fields\\\":["
                + "{\\\"name\\\":\\\"city\\\",\\\"type\\\":\\\"string\\\"}]}\"}";
        String visit = "{\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"Visit\\\",\\\"fields\\\":["
                + "{\\\"name\\\":\\\"where\\\",\\\"type\\\":\\\"Place\\\"}]}\","
                + "\"references\":[{\"name\":\"Place\",\"subject\":\"place\",\"version\":1}]}";
        running.caller().post("/subjects/place/versions", BodyPublishers.ofString(place));
        int id = running.caller()
                .post("/subjects/visits-value/versions", BodyPublishers.ofString(visit))
                .json()
                .path("id")
                .asInt();

        try (var deserializer = new AvroDeserializer<GenericRecord>(registry)) {
            var read = deserializer.deserialize("visits", new byte[] {0, 0, 0, 0, (byte) id, 8, 'O', 's', 'l', 'o'});

            assertThat(read).hasToString("{\"where\": {\"city\": \"Oslo\"}}");
        }
    }

    private Feedback read(Schema schema, Map<String, Object> more) {
        try (var deserializer = new AvroDeserializer<>(registry, Feedback.class)) {
            Feedback read = Objects.requireNonNull(deserializer.deserialize(TOPIC, write(schema, more)));
            assertThat(read.getLabel()).isEqualTo(Label.FRAUD);
            return read;
        }
    }

    private byte[] write(Schema schema, Map<String, Object> more) {
        GenericRecord record = new GenericData.Record(schema);
        record.put("entity", "ana");
        record.put("known_at", 1_000L);
        record.put("label", new GenericData.EnumSymbol(schema.getField("label").schema(), "FRAUD"));
        record.put("who", "desk 4");
        more.forEach(record::put);
        try (var serializer = new AvroSerializer<IndexedRecord>(registry)) {
            return Objects.requireNonNull(serializer.serialize(TOPIC, record));
        }
    }

    private static Schema changed(String part, String by) {
        String text = Feedback.getClassSchema().toString();
        assertThat(text).contains(part);
        int at = text.indexOf(part);
        return new Schema.Parser().parse(text.substring(0, at) + by + text.substring(at + part.length()));
    }
}
