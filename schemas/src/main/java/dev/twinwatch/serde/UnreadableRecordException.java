package dev.twinwatch.serde;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** The bytes of a record cannot be read as Avro and never will be: the record itself is at fault. */
public class UnreadableRecordException extends SerializationException {

    /** The message names the topic, what was found and what to do. */
    public UnreadableRecordException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
