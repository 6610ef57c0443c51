package dev.twinwatch.interop.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.interop.Alerts;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.serde.AvroSerializer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;
import org.apache.flink.avro.shaded.org.apache.avro.Schema;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericData;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericDatumReader;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericDatumWriter;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericRecord;
import org.apache.flink.avro.shaded.org.apache.avro.io.BinaryEncoder;
import org.apache.flink.avro.shaded.org.apache.avro.io.DecoderFactory;
import org.apache.flink.avro.shaded.org.apache.avro.io.EncoderFactory;
import org.apache.flink.formats.avro.registry.confluent.ConfluentSchemaRegistryCoder;
import org.junit.jupiter.api.Test;

/** The bytes of a record between our serde and Flink's, which uses Confluent's client and Avro 1.11.4. */
abstract class WireFormatSuite {
    private final String url;
    private final SchemaRegistry registry;

    WireFormatSuite(String url) {
        this.url = url;
        this.registry = SchemaRegistry.from(Map.of("schema.registry.url", url));
    }

    @Test
    void whatOurSerdeWritesFlinkReadsFieldByField() throws Exception {
        byte[] written = new AvroSerializer<IndexedRecord>(registry).serialize("wire-ours", Alerts.opened("a1", "ana"));

        var in = new ByteArrayInputStream(written);
        Schema schema = new ConfluentSchemaRegistryCoder(Official.client(url)).readSchema(in);
        GenericRecord read = new GenericDatumReader<GenericRecord>(schema)
                .read(null, DecoderFactory.get().binaryDecoder(in, null));

        assertThat(read).hasToString(Alerts.asNumbers(Alerts.opened("a1", "ana")));
        assertThat(in.available()).as("bytes left over").isZero();
    }

    @Test
    void whatFlinkWritesOurSerdeReads() throws Exception {
        Schema schema = new Schema.Parser().parse(Schemas.V2);
        var record = new GenericData.Record(schema);
        record.put("id", "p1");
        record.put("amount", 12.5);

        byte[] written = writtenByFlink("wire-theirs-value", record);

        assertThat(new AvroDeserializer<>(registry).deserialize("wire-theirs", written))
                .hasToString("{\"id\": \"p1\", \"amount\": 12.5}");
    }

    private byte[] writtenByFlink(String subject, GenericRecord record) throws IOException {
        var out = new ByteArrayOutputStream();
        new ConfluentSchemaRegistryCoder(subject, Official.client(url)).writeSchema(record.getSchema(), out);
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
        encoder.flush();
        return out.toByteArray();
    }
}
