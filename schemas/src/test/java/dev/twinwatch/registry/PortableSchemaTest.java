package dev.twinwatch.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

final class PortableSchemaTest {

    @Test
    void theMarkOfJavaIsTakenOutAtEveryDepthAndNothingElseIs() {
        var java = new Schema.Parser().parse("""
                {"type": "record", "name": "A", "doc": "kept", "fields": [
                  {"name": "s", "type": {"type": "string", "avro.java.string": "String"}, "doc": "kept too"},
                  {"name": "m", "type": ["null", {"type": "map", "avro.java.string": "String",
                    "values": {"type": "string", "avro.java.string": "String"}}], "default": null},
                  {"name": "d", "type": {"type": "map", "values": "int"}, "default": {"avro.java.string": 1}}
                ]}""");

        var portable = PortableSchema.of(java);

        assertThat(portable).isEqualTo(new Schema.Parser().parse("""
                {"type": "record", "name": "A", "doc": "kept", "fields": [
                  {"name": "s", "type": "string", "doc": "kept too"},
                  {"name": "m", "type": ["null", {"type": "map", "values": "string"}], "default": null},
                  {"name": "d", "type": {"type": "map", "values": "int"}, "default": {"avro.java.string": 1}}
                ]}"""));
        assertThat(portable.getDoc()).isEqualTo("kept");
        assertThat(portable.getField("s").doc()).isEqualTo("kept too");
    }
}
