package dev.twinwatch.stream.sending;

/** In which form events travel. */
public enum Format {
    /** JSON objects, readable by everything. */
    JSON,
    /** Avro in Confluent's wire format, its schema at the registry. */
    AVRO
}
