package dev.twinwatch.serde;

import java.io.ByteArrayOutputStream;

/** Confluent's wire format: a zero byte, the schema id as four bytes big-endian, then the record in Avro's encoding. */
public final class WireFormat {
    /** Bytes before the encoded record. */
    public static final int HEADER_BYTES = 5;

    private static final byte MAGIC = 0;

    private WireFormat() {}

    /**
     * The id of the schema that the record was written with.
     *
     * @param topic where the bytes came from, for the error text
     * @throws NotWireFormatException if the bytes do not start with a header
     */
    public static int schemaIdIn(byte[] record, String topic) {
        if (record.length < HEADER_BYTES || record[0] != MAGIC) {
            throw new NotWireFormatException(topic, record);
        }
        return (record[1] & 0xff) << 24 | (record[2] & 0xff) << 16 | (record[3] & 0xff) << 8 | (record[4] & 0xff);
    }

    static void writeHeader(int schemaId, ByteArrayOutputStream out) {
        out.write(MAGIC);
        out.write(schemaId >>> 24);
        out.write(schemaId >>> 16);
        out.write(schemaId >>> 8);
        out.write(schemaId);
    }
}
