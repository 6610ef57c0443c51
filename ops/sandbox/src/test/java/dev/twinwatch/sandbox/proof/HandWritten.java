package dev.twinwatch.sandbox.proof;

import dev.twinwatch.contracts.BundleChunk;
import dev.twinwatch.contracts.Control;
import dev.twinwatch.contracts.ModelPointer;
import dev.twinwatch.serde.AvroSerializer;
import dev.twinwatch.stream.kafka.Clients;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Releases past every check of ours, as somebody with another tool could write them; offsets are those of the control topic. */
final class HandWritten implements AutoCloseable {
    private static final int CHUNK_BYTES = 512 << 10;
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    private final String topic;
    private final Producer<byte[], byte[]> producer;
    private final AvroSerializer<Control> serializer;

    HandWritten(Rig rig) throws Exception {
        topic = rig.settings().topics().control();
        producer = new Clients(rig.settings()).producer();
        serializer = new AvroSerializer<>(rig.schemas());
    }

    /** All pieces of a bundle under a version, which need not be its own. */
    long bundle(String version, byte[] bytes) throws Exception {
        int count = (bytes.length + CHUNK_BYTES - 1) / CHUNK_BYTES;
        long offset = -1;
        for (int i = 0; i < count; i++) {
            byte[] piece = Arrays.copyOfRange(bytes, i * CHUNK_BYTES, Math.min(bytes.length, (i + 1) * CHUNK_BYTES));
            offset = piece(version, i, count, bytes.length, piece);
        }
        return offset;
    }

    /** One piece of a bundle. */
    long piece(String version, int index, int count, long total, byte[] piece) throws Exception {
        return write(
                "bundle/" + version + "/" + index,
                new BundleChunk(version, index, count, total, ByteBuffer.wrap(piece)));
    }

    /** The pointer. */
    long point(String live, long epoch) throws Exception {
        return write("model", new ModelPointer(live, null, epoch, null));
    }

    private long write(String key, Object change) throws Exception {
        byte[] value = serializer.serialize(topic, new Control(AT, "stranger", "", change));
        return producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value))
                .get()
                .offset();
    }

    @Override
    public void close() {
        serializer.close();
        producer.close();
    }
}
