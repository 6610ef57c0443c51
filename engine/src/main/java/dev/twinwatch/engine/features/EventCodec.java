package dev.twinwatch.engine.features;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Events as bytes, for the way from the partition where they were sent to the one of their entity. Format 2;
 * format 1 had no texts.
 *
 * <p>A new release finds events in transit that the old one wrote: a change of these bytes is a migration, with a new format and
 * a reader for each older one.
 */
public final class EventCodec {
    private static final byte FORMAT = 2;
    private static final byte WITHOUT_TEXTS = 1;

    private final Layout layout;

    /** For events of one layout. */
    public EventCodec(Layout layout) {
        this.layout = layout;
    }

    /** Format, fingerprint, entity, id, origin, time, sequence, numbers, categories, texts of the categories. */
    public byte[] encode(Event event) {
        byte[] entity = event.entity().getBytes(StandardCharsets.UTF_8);
        byte[] id = event.id().getBytes(StandardCharsets.UTF_8);
        byte[] source = event.origin().source().getBytes(StandardCharsets.UTF_8);
        int numbers = layout.numbers().size();
        int categories = layout.categories().size();
        byte[][] texts = new byte[categories][];
        int textBytes = 0;
        for (int i = 0; i < categories; i++) {
            texts[i] = event.text(i).getBytes(StandardCharsets.UTF_8);
            textBytes += Integer.BYTES + texts[i].length;
        }
        ByteBuffer buffer = ByteBuffer.allocate(1
                + 4
                + 12
                + entity.length
                + id.length
                + source.length
                + 13
                + 16
                + numbers * Float.BYTES
                + categories * Long.BYTES
                + textBytes);
        buffer.put(FORMAT).putInt(layout.fingerprint());
        put(buffer, entity);
        put(buffer, id);
        put(buffer, source);
        buffer.putInt(event.origin().partition()).putLong(event.origin().offset());
        buffer.put((byte) (event.origin().enrol() ? 1 : 0));
        buffer.putLong(event.time()).putLong(event.sequence());
        for (int i = 0; i < numbers; i++) {
            buffer.putFloat(event.number(i));
        }
        for (int i = 0; i < categories; i++) {
            buffer.putLong(event.category(i));
        }
        for (byte[] text : texts) {
            put(buffer, text);
        }
        return buffer.array();
    }

    /** The event; throws IllegalArgumentException where the bytes are of another format or layout. */
    public Event decode(byte[] bytes) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            byte format = buffer.get();
            int fingerprint = buffer.getInt();
            if (format != FORMAT && format != WITHOUT_TEXTS) {
                throw new IllegalArgumentException("event in transit is of format " + format
                        + ", this release reads formats " + WITHOUT_TEXTS + " and " + FORMAT
                        + ": run the release that wrote it, or a newer one");
            }
            Layout written = layout.writtenIn("event in transit is", fingerprint);
            String entity = text(buffer);
            String id = text(buffer);
            Origin origin = new Origin(text(buffer), buffer.getInt(), buffer.getLong(), buffer.get() == 1);
            long time = buffer.getLong();
            long sequence = buffer.getLong();
            float[] numbers = new float[written.numbers().size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = buffer.getFloat();
            }
            long[] categories = new long[written.categories().size()];
            for (int i = 0; i < categories.length; i++) {
                categories[i] = buffer.getLong();
            }
            String[] texts = new String[format == WITHOUT_TEXTS ? 0 : categories.length];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = text(buffer);
            }
            Event event = new Event(entity, id, origin, time, sequence, numbers, categories, texts);
            return written == layout ? event : layout.changeFrom(written).event(event);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("event in transit is cut short at " + bytes.length + " bytes", e);
        }
    }

    private static void put(ByteBuffer buffer, byte[] text) {
        buffer.putInt(text.length).put(text);
    }

    private static String text(ByteBuffer buffer) {
        int length = buffer.getInt();
        if (length < 0 || length > buffer.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] text = new byte[length];
        buffer.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
