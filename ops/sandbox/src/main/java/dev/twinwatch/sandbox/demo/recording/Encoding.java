package dev.twinwatch.sandbox.demo.recording;

import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Origin;

/** Makes the value of a Kafka record out of a record of a source. */
@FunctionalInterface
public interface Encoding {
    /** The bytes; the origin is the one that the source gave. */
    byte[] encode(Fields fields, Origin origin);
}
