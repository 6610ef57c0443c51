package dev.twinwatch.trainer.source;

import dev.twinwatch.engine.features.Fields;

/** Makes fields of the value of a Kafka record. */
@FunctionalInterface
public interface PayloadDecoder {
    /** Throws IllegalArgumentException with the reason where the bytes are no record. */
    Fields decode(byte[] value);
}
