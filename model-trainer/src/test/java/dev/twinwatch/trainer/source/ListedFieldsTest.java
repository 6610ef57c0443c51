package dev.twinwatch.trainer.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

final class ListedFieldsTest {
    @Test
    void pathsOfAnObjectGoDownAndLeaveOutWhatHasNone() {
        JsonFields fields = JsonFields.of("""
                {"who": {"id": 7, "tags": ["a"]}, "paid": null, "a.b": 1, "at": "noon"}
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(fields.paths()).containsExactly("who.id", "paid", "at");
        assertThat(fields.valueAt("who.id")).isEqualTo(7);
    }

    @Test
    void pathsOfARecordGoDownIntoRecordsAndMaps() {
        Schema place =
                SchemaBuilder.record("Place").fields().requiredString("city").endRecord();
        Schema event = SchemaBuilder.record("Event")
                .fields()
                .requiredString("user")
                .name("place")
                .type(place)
                .noDefault()
                .name("extra")
                .type()
                .map()
                .values()
                .intType()
                .noDefault()
                .endRecord();
        GenericRecord inner = new GenericData.Record(place);
        inner.put("city", "Lima");
        GenericRecord record = new GenericData.Record(event);
        record.put("user", "ana");
        record.put("place", inner);
        record.put("extra", Map.of("lane", 3));

        AvroFields fields = new AvroFields().of(record);

        assertThat(fields.paths()).containsExactly("user", "place.city", "extra.lane");
    }
}
