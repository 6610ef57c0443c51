package dev.twinwatch.stream.topology;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Makes dead letters: the record as it came, with its origin and the reason in headers. */
public final class DeadLetters {
    /** Why it could not be read. */
    public static final String REASON = "twinwatch-reason";
    /** Topic that it came from. */
    public static final String TOPIC = "twinwatch-topic";
    /** Partition of that topic. */
    public static final String PARTITION = "twinwatch-partition";
    /** Offset in that partition. */
    public static final String OFFSET = "twinwatch-offset";
    /** Timestamp of the record, in milliseconds since 1970. */
    public static final String TIMESTAMP = "twinwatch-timestamp";
    /** Only where the record was too large to be kept whole: how many bytes its value had. */
    public static final String CUT_FROM = "twinwatch-cut-from";

    /** Below Kafka's default of 1 MiB for a whole record, so that no topic refuses a dead letter. */
    private static final int MOST_BYTES = 900 << 10;

    private static final int KEPT_WHEN_CUT = 256 << 10;
    private static final int LONGEST_REASON = 1_000;

    private DeadLetters() {}

    static Record<String, Arrival> of(Record<byte[], byte[]> record, RecordMetadata origin, String reason) {
        byte[] key = record.key();
        byte[] value = record.value();
        boolean tooLarge = size(key) + size(value) + size(record.headers()) > MOST_BYTES;
        Headers headers = tooLarge
                ? new RecordHeaders()
                : new RecordHeaders(record.headers().toArray());
        put(headers, REASON, cut(reason));
        put(headers, TOPIC, origin.topic());
        put(headers, PARTITION, Integer.toString(origin.partition()));
        put(headers, OFFSET, Long.toString(origin.offset()));
        put(headers, TIMESTAMP, Long.toString(record.timestamp()));
        if (tooLarge) {
            put(headers, CUT_FROM, Integer.toString(size(value)));
        }
        Arrival letter = new Arrival.DeadLetter(tooLarge ? cut(key) : key, tooLarge ? cut(value) : value);
        return new Record<String, Arrival>(null, letter, record.timestamp(), headers);
    }

    /** A reason may quote a schema, which can be larger than a record of Kafka may be. */
    static String cut(String reason) {
        return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }

    private static void put(Headers headers, String name, String text) {
        // A user's own header of this name would hide ours from those who read the first one.
        headers.remove(name).add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static int size(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private static int size(Headers headers) {
        int size = 0;
        for (Header header : headers) {
            size += 3 * header.key().length() + size(header.value());
        }
        return size;
    }

    private static byte @Nullable [] cut(byte @Nullable [] bytes) {
        return bytes == null || bytes.length <= KEPT_WHEN_CUT ? bytes : Arrays.copyOf(bytes, KEPT_WHEN_CUT);
    }
}
