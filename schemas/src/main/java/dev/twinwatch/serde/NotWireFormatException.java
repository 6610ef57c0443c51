package dev.twinwatch.serde;

/** The bytes of a record do not start with a zero byte and a schema id: its producer does not use the registry. */
public final class NotWireFormatException extends UnreadableRecordException {

    NotWireFormatException(String topic, byte[] record) {
        super(message(topic, record), null);
    }

    private static String message(String topic, byte[] record) {
        var found = record.length == 0
                ? "no bytes at all"
                : String.format("magic byte 0x%02x and %d bytes in all", record[0], record.length);
        return "record of topic " + topic + " has " + found + ", expected 0x00 and at least " + WireFormat.HEADER_BYTES
                + ": its producer must write Confluent's wire format, or the topic must be read as JSON";
    }
}
