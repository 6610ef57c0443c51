package dev.twinwatch.stream.topology;

import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.TrustedContracts;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.EventCodec;
import dev.twinwatch.engine.features.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** How records look on the repartition topics: formats of our own, since no schema is registered for internal topics. */
final class InTransit {
    static {
        TrustedContracts.allow();
    }

    private InTransit() {}

    static Serde<Event> events(Layout layout) {
        EventCodec codec = new EventCodec(layout);
        return Serdes.serdeFrom((topic, event) -> codec.encode(event), (topic, bytes) -> codec.decode(bytes));
    }

    /** Avro's single-object encoding, which names the schema by its fingerprint. */
    static Serde<Feedback> feedback() {
        return Serdes.serdeFrom(
                (topic, feedback) -> {
                    try {
                        ByteBuffer encoded = feedback.toByteBuffer();
                        byte[] bytes = new byte[encoded.remaining()];
                        encoded.get(bytes);
                        return bytes;
                    } catch (IOException e) {
                        throw new UncheckedIOException("feedback cannot be written to " + topic, e);
                    }
                },
                (topic, bytes) -> {
                    try {
                        return Feedback.fromByteBuffer(ByteBuffer.wrap(bytes));
                    } catch (IOException e) {
                        throw new UncheckedIOException("feedback cannot be read from " + topic, e);
                    }
                });
    }
}
