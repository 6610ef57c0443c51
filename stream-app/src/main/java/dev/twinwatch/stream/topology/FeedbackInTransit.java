package dev.twinwatch.stream.topology;

import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.TrustedContracts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.SchemaStore;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Feedback as bytes, for the way to the partition of its entity: Avro's single-object encoding, which names the schema by its
 * fingerprint.
 *
 * <p>A new release finds feedback in transit that the old one wrote. So each schema that ever wrote some has a file in
 * feedback-in-transit, which never changes: a change of the contract comes with the next number.
 */
final class FeedbackInTransit {
    static final List<String> SCHEMAS = List.of("1.avsc", "2.avsc");

    static {
        TrustedContracts.allow();
    }

    private final BinaryMessageDecoder<Feedback> decoder;

    private FeedbackInTransit(SchemaStore written) {
        this.decoder = Feedback.createDecoder(written);
    }

    static Serde<Feedback> serde() {
        SchemaStore.Cache written = new SchemaStore.Cache();
        SCHEMAS.forEach(name -> written.addSchema(schema(name)));
        return serde(written);
    }

    /** For feedback that was written with these schemas, or the one of this release. */
    static Serde<Feedback> serde(SchemaStore written) {
        FeedbackInTransit codec = new FeedbackInTransit(written);
        return Serdes.serdeFrom((topic, feedback) -> codec.encode(feedback), (topic, bytes) -> codec.decode(bytes));
    }

    static Schema schema(String name) {
        try (InputStream file = FeedbackInTransit.class.getResourceAsStream("/feedback-in-transit/" + name)) {
            return new Schema.Parser().parse(Objects.requireNonNull(file, name));
        } catch (IOException e) {
            throw new UncheckedIOException("schema " + name + " of feedback in transit cannot be read", e);
        }
    }

    private byte[] encode(Feedback feedback) {
        try {
            ByteBuffer encoded = feedback.toByteBuffer();
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("feedback on " + feedback.getEntity() + " cannot be written", e);
        }
    }

    private Feedback decode(byte[] bytes) {
        try {
            return decoder.decode(ByteBuffer.wrap(bytes));
        } catch (IOException | AvroRuntimeException e) {
            throw new IllegalArgumentException(
                    "feedback in transit (" + bytes.length + " bytes) cannot be read (" + e.getMessage()
                            + "): run the release that wrote it, or a newer one",
                    e);
        }
    }
}
