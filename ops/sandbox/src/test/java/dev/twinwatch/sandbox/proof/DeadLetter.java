package dev.twinwatch.sandbox.proof;

import dev.twinwatch.stream.topology.DeadLetters;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that could not be read, and why. */
record DeadLetter(String key, String reason) {
    static DeadLetter of(ConsumerRecord<byte[], byte[]> record) {
        byte[] reason = record.headers().lastHeader(DeadLetters.REASON).value();
        return new DeadLetter(
                new String(record.key(), StandardCharsets.UTF_8), new String(reason, StandardCharsets.UTF_8));
    }
}
