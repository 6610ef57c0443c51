package dev.twinwatch.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/** Memory that one thread writes its records into, one after the other. */
final class EncodingBuffer {
    private static final int KEPT_BYTES = 1 << 20;
    private static final ThreadLocal<EncodingBuffer> OF_THREAD = ThreadLocal.withInitial(EncodingBuffer::new);

    private ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    private @Nullable BinaryEncoder encoder;

    static EncodingBuffer ofThisThread() {
        return OF_THREAD.get();
    }

    <D> byte[] encode(int schemaId, D datum, DatumWriter<D> writer) throws IOException {
        // Taking the encoder flushes what a failed record left in it, so the stream is emptied only afterwards.
        encoder = EncoderFactory.get().binaryEncoder(out, encoder);
        out.reset();
        WireFormat.writeHeader(schemaId, out);
        writer.write(datum, encoder);
        encoder.flush();
        var record = out.toByteArray();
        if (record.length > KEPT_BYTES) {
            out = new ByteArrayOutputStream(512);
        }
        return record;
    }
}
