package dev.twinwatch.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.contracts.AlertState;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.util.Utf8;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AvroPathTest {
    private static final Schema SCHEMA = new Schema.Parser().parse("""
        {"type": "record", "name": "Event", "fields": [
          {"name": "text", "type": "string"},
          {"name": "whole", "type": "int"},
          {"name": "single", "type": "float"},
          {"name": "yes", "type": "boolean"},
          {"name": "kind", "type": {"type": "enum", "name": "Kind", "symbols": ["BUY", "SELL"]}},
          {"name": "at", "type": {"type": "long", "logicalType": "timestamp-micros"}},
          {"name": "price", "type": ["null",
            {"type": "bytes", "logicalType": "decimal", "precision": 9, "scale": 2}]},
          {"name": "fee", "type":
            {"type": "fixed", "name": "Fee", "size": 4, "logicalType": "decimal", "precision": 9, "scale": 2}},
          {"name": "hash", "type": {"type": "fixed", "name": "Hash", "size": 2}},
          {"name": "shop", "type": ["null", {"type": "record", "name": "Shop", "fields": [
            {"name": "city", "type": ["null", "string"]},
            {"name": "tags", "type": ["null", {"type": "map", "values": ["null", "long", "string"]}]}]}]},
          {"name": "list", "type": {"type": "array", "items": "int"}}
        ]}\
        """);

    private final GenericRecord shop =
            new GenericData.Record(SCHEMA.getField("shop").schema().getTypes().get(1));
    private final GenericRecord event = new GenericData.Record(SCHEMA);

    @BeforeEach
    void fill() {
        shop.put("city", new Utf8("Oslo"));
        shop.put("tags", Map.of(new Utf8("floor"), 3L, new Utf8("name"), new Utf8("north")));
        event.put("text", new Utf8("a"));
        event.put("whole", 7);
        event.put("single", 0.5f);
        event.put("yes", true);
        event.put("kind", new GenericData.EnumSymbol(SCHEMA.getField("kind").schema(), "SELL"));
        event.put("at", 1_000_001L);
        event.put("price", ByteBuffer.wrap(BigInteger.valueOf(-1999).toByteArray()));
        event.put("fee", new GenericData.Fixed(SCHEMA.getField("fee").schema(), new byte[] {0, 0, 0, 125}));
        event.put("hash", new GenericData.Fixed(SCHEMA.getField("hash").schema(), new byte[] {(byte) 0xca, 1}));
        event.put("shop", shop);
        event.put("list", List.of(1, 2));
    }

    @Test
    void aFieldIsFoundByItsFormerNameUnlessAnotherFieldHasThatNameNow() {
        var schema = SchemaBuilder.record("Visit")
                .fields()
                .name("shop")
                .aliases("place", "device")
                .type()
                .stringType()
                .noDefault()
                .requiredString("device")
                .endRecord();
        var visit = new GenericRecordBuilder(schema)
                .set("shop", "s1")
                .set("device", "d1")
                .build();

        assertThat(AvroPath.valueAt(visit, "place")).isEqualTo("s1");
        assertThat(AvroPath.valueAt(visit, "device")).isEqualTo("d1");
    }

    @Test
    void eachKindOfValueIsPlainJava() {
        assertThat(AvroPath.valueAt(event, "text")).isEqualTo("a");
        assertThat(AvroPath.valueAt(event, "whole")).isEqualTo(7L);
        assertThat(AvroPath.valueAt(event, "single")).isEqualTo(0.5);
        assertThat(AvroPath.valueAt(event, "yes")).isEqualTo(true);
        assertThat(AvroPath.valueAt(event, "kind")).isEqualTo("SELL");
        assertThat(AvroPath.valueAt(event, "hash")).isEqualTo("ca01");
    }

    @Test
    void aTimestampStaysTheNumberThatWasWritten() {
        assertThat(AvroPath.valueAt(event, "at")).isEqualTo(1_000_001L);
    }

    @Test
    void aTimestampOfAGeneratedClassIsTheSameNumber() {
        assertThat(AvroPath.of("paid_at").in(Payments.specific())).isEqualTo(1000L);
    }

    @Test
    void aDecimalIsTheNumberItStandsForEachTimeItIsRead() {
        var price = AvroPath.of("price");

        assertThat(price.in(event)).isEqualTo(-19.99);
        assertThat(price.in(event)).isEqualTo(-19.99);
        assertThat(AvroPath.valueAt(event, "fee")).isEqualTo(1.25);
    }

    @Test
    void unionsAreLookedThroughAndKeysOfMapsAreParts() {
        assertThat(AvroPath.valueAt(event, "shop.city")).isEqualTo("Oslo");
        assertThat(AvroPath.valueAt(event, "shop.tags.floor")).isEqualTo(3L);
        assertThat(AvroPath.valueAt(event, "shop.tags.name")).isEqualTo("north");
    }

    @Test
    void keysOfMapsMayBeStringsToo() {
        shop.put("tags", Map.of("floor", 4L));

        assertThat(AvroPath.valueAt(event, "shop.tags.floor")).isEqualTo(4L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "shop.missing", "shop.tags.missing", "text.inside", "missing.inside", "list.0"})
    void whatIsAbsentIsNull(String path) {
        assertThat(AvroPath.valueAt(event, path)).isNull();
    }

    @Test
    void anythingBelowNullIsNull() {
        event.put("shop", null);

        assertThat(AvroPath.valueAt(event, "shop")).isNull();
        assertThat(AvroPath.valueAt(event, "shop.city")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "shop.tags", "list"})
    void aPathThatEndsAtManyValuesIsRefused(String path) {
        assertThatThrownBy(() -> AvroPath.valueAt(event, path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("path `" + path + "` ends at a value of type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a..b", ".a", "a."})
    void aPathWithAnEmptyPartIsRefused(String path) {
        assertThatThrownBy(() -> AvroPath.of(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("path `" + path + "` has an empty part");
    }

    @Test
    void anEnumOfAGeneratedClassIsItsName() {
        event.put("text", AlertState.GROWN);

        assertThat(AvroPath.valueAt(event, "text")).isEqualTo("GROWN");
    }
}
