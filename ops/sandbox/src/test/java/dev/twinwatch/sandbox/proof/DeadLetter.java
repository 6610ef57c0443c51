package dev.twinwatch.sandbox.proof;

import dev.twinwatch.stream.topology.DeadLetters;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that could not be read, and why.
 *
 * @param origin topic, partition and offset at which it lay, with blanks between them
 */
record DeadLetter(String key, String reason, String origin) {
    static DeadLetter of(ConsumerRecord<byte[], byte[]> record) {
        return new DeadLetter(
                new String(record.key(), StandardCharsets.UTF_8),
                header(record, DeadLetters.REASON),
                header(record, DeadLetters.TOPIC) + " " + header(record, DeadLetters.PARTITION) + " "
                        + header(record, DeadLetters.OFFSET));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
