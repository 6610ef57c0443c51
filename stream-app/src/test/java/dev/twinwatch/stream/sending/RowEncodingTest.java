package dev.twinwatch.stream.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import dev.twinwatch.registry.InMemorySchemaRegistry;
import dev.twinwatch.serde.AvroSerializer;
import dev.twinwatch.stream.Purchases;
import dev.twinwatch.stream.reading.EventBytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the service reads of rows that were sent. */
final class RowEncodingTest {
    private static final List<String> COLUMNS = List.of("id", "customer", "at", "amount", "place");
    private static final Map<String, String> ROW =
            Map.of("id", "7", "customer", "ana", "at", "1767225600000", "amount", "12.5", "place", "shop-7");

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();

    @Test
    void jsonIsReadAsTheEventOfTheRow() {
        byte[] value = new JsonRows(Set.of("at", "amount")).encode(ROW);

        assertThat(new String(value, StandardCharsets.UTF_8))
                .contains("\"amount\":12.5")
                .contains("\"id\":\"7\"");
        assertIsTheRow(read(value));
    }

    @Test
    void avroIsReadAsTheEventOfTheRow() {
        AvroRows rows = new AvroRows(
                COLUMNS, Set.of("at"), Set.of("amount"), "purchases.events.v1", new AvroSerializer<>(registry));

        assertIsTheRow(read(rows.encode(ROW)));
    }

    @Test
    void aCellThatIsEmptyIsMissing() {
        Map<String, String> row = Map.of("id", "7", "customer", "ana", "at", "1767225600000");
        AvroRows rows = new AvroRows(
                COLUMNS, Set.of("at"), Set.of("amount"), "purchases.events.v1", new AvroSerializer<>(registry));

        assertThat(read(rows.encode(row)).number(0)).isNaN();
        assertThat(read(new JsonRows(Set.of("amount")).encode(row)).category(0)).isZero();
    }

    @Test
    void aDotInAColumnGoesOneLevelDown() {
        byte[] value = new JsonRows(Set.of("H.t")).encode(Map.of("H.t", ".1"));

        assertThat(new String(value, StandardCharsets.UTF_8)).isEqualTo("{\"H\":{\"t\":0.1}}");
    }

    @Test
    void columnsThatAreValueAndLevelAtOnceAreRefused() {
        assertThatThrownBy(() -> new JsonRows(Set.of()).encode(Map.of("H", "1", "H.t", "2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is a value and a level of another one at once: rename it");
    }

    @Test
    void columnsThatAvroCannotNameAreRefusedWithTheRemedy() {
        assertThatThrownBy(
                        () -> new AvroRows(List.of("card no"), Set.of(), Set.of(), "t", new AvroSerializer<>(registry)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("column card no has a name that Avro does not allow (letters, digits and _): send with"
                        + " --format json");
    }

    private Event read(byte[] value) {
        Reading reading = new EventBytes(Layout.of(Purchases.WATCH), registry, 10_000)
                .read(value, new Origin("purchases.events.v1", 0, 1, false));
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).event();
    }

    private static void assertIsTheRow(Event event) {
        assertThat(event.entity()).isEqualTo("ana");
        assertThat(event.id()).isEqualTo("7");
        assertThat(event.time()).isEqualTo(1_767_225_600_000_000L);
        assertThat(event.number(0)).isEqualTo(12.5f);
    }
}
