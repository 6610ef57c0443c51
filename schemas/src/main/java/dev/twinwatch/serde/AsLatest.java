package dev.twinwatch.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;

/**
 * Writes records of one schema as records of another by Avro's rules of evolution.
 *
 * <p>Avro's own writers take fields by position and would mix them up where the two schemas differ.
 */
final class AsLatest implements DatumWriter<IndexedRecord> {
    private final DatumWriter<IndexedRecord> own;
    private final GenericDatumReader<IndexedRecord> resolver;
    private final GenericDatumWriter<IndexedRecord> latest;

    AsLatest(DatumWriter<IndexedRecord> own, Schema ownSchema, Schema latestSchema) {
        this.own = own;
        this.resolver = new GenericDatumReader<>(ownSchema, latestSchema);
        this.latest = new GenericDatumWriter<>(latestSchema);
    }

    @Override
    public void setSchema(Schema schema) {
        throw new UnsupportedOperationException("both schemas are given when it is made");
    }

    @Override
    public void write(IndexedRecord datum, Encoder out) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        own.write(datum, encoder);
        var decoder = DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null);
        latest.write(resolver.read(null, decoder), out);
    }
}
