package dev.twinwatch.stream.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.registry.RegistryRefusedException;
import dev.twinwatch.serde.AvroSerializer;
import dev.twinwatch.stream.Purchases;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sender of events changes their schema in mid-stream: 12 purchases at home as before, two at new places as after. */
final class EventEvolutionTest {
    private static final int KNOWN = 12;
    private static final String AMOUNT = "{\"name\": \"amount\", \"type\": \"double\", \"default\": 0}";
    private static final String PLACE = "{\"name\": \"place\", \"type\": \"string\"}";
    private static final Schema BEFORE = schema(AMOUNT, PLACE);

    private StreamUnderTest stream;

    @BeforeEach
    void sendAsBefore(@TempDir Path folder) {
        stream = new StreamUnderTest(folder);
        stream.activate(Purchases.bundle(1), 1);
        for (int minute = 0; minute < KNOWN; minute++) {
            send(BEFORE, minute, "place", "home");
        }
    }

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void aFieldThatIsAddedWithADefaultChangesNoDecision() {
        sendTwoNewPlaces(
                schema(AMOUNT, PLACE, "{\"name\": \"channel\", \"type\": \"string\", \"default\": \"\"}"), "place");

        assertDecidedAsUnchanged();
    }

    @Test
    void aFieldThatIsRemovedIsMissingFromThenOn() {
        sendTwoNewPlaces(schema(PLACE), "place");

        assertDecidedAsUnchanged();
    }

    @Test
    void aFieldThatIsRenamedIsFoundByTheAliasThatItsNewSchemaGives() {
        sendTwoNewPlaces(
                schema(AMOUNT, "{\"name\": \"shop\", \"type\": \"string\", \"aliases\": [\"place\"]}"), "shop");

        assertDecidedAsUnchanged();
    }

    @Test
    void aChangeThatIsNotCompatibleIsRefusedToItsSenderAndTheStreamGoesOn() {
        var amountAsText = schema("{\"name\": \"amount\", \"type\": \"string\"}", PLACE);

        assertThatThrownBy(() -> send(amountAsText, KNOWN, "place", "far"))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("is not BACKWARD compatible in subject purchases.events.v1-value");
        sendTwoNewPlaces(BEFORE, "place");

        assertDecidedAsUnchanged();
    }

    @Test
    void anEntityThatIsRenamedWithoutAliasIsPutAsideWithTheReasonAndGoodRecordsKeepTheirPlace() {
        var renamed =
                new Schema.Parser().parse(BEFORE.toString().replace("\"customer\"", "\"client\",\"default\":\"\""));
        send(renamed, KNOWN, "place", "far");
        sendTwoNewPlaces(BEFORE, "place");

        List<Score> scores = stream.scores.readValuesToList();
        assertThat(scores.get(KNOWN).getReason()).isEqualTo("field customer (the entity) is missing");
        assertThat(stream.deadLetters.readRecordsToList()).hasSize(1);
        assertThat(stream.alerts.readValuesToList()).hasSize(1);
    }

    /** 12 events as before and 2 as after: one alert, opened by the second new place. */
    private void assertDecidedAsUnchanged() {
        assertThat(stream.scores.readValuesToList()).hasSize(KNOWN + 2).allMatch(score -> score.getEntity() != null);
        assertThat(stream.deadLetters.isEmpty()).isTrue();
        List<Alert> alerts = stream.alerts.readValuesToList();
        assertThat(alerts)
                .extracting(alert -> alert.getOpeningEvent().getEventId())
                .containsExactly("ana-" + (KNOWN + 1));
    }

    private void sendTwoNewPlaces(Schema schema, String fieldOfPlace) {
        send(schema, KNOWN, fieldOfPlace, "far");
        send(schema, KNOWN + 1, fieldOfPlace, "farther");
    }

    private void send(Schema schema, int minute, String fieldOfPlace, String place) {
        GenericRecord event = new GenericData.Record(schema);
        event.put(schema.getFields().get(0).name(), "ana");
        event.put("id", "ana-" + minute);
        event.put("at", StreamUnderTest.START.plusSeconds(60L * minute).toEpochMilli());
        event.put(fieldOfPlace, place);
        for (var field : schema.getFields()) {
            if (event.get(field.pos()) == null) {
                event.put(field.pos(), field.schema().getType() == Schema.Type.DOUBLE ? (Object) 12.5 : "x");
            }
        }
        try (var serializer = new AvroSerializer<GenericRecord>(stream.registry)) {
            stream.events.pipeInput(
                    new byte[0], serializer.serialize(stream.settings.topics().events(), event));
        }
    }

    private static Schema schema(String... more) {
        return new Schema.Parser().parse("""
            {"type": "record", "name": "Purchase", "fields": [
              {"name": "customer", "type": "string"}, {"name": "id", "type": "string"},
              {"name": "at", "type": "long"}, %s]}\
            """.formatted(String.join(", ", more)));
    }
}
