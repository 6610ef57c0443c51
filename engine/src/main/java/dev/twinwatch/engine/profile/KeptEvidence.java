package dev.twinwatch.engine.profile;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A window that is kept for a while so that feedback which comes later finds what it speaks of. Its bytes lie in stores and
 * changelogs: a change of them is a migration, with a new format and a reader for each older one.
 *
 * @param eventId the newest event of the window
 * @param alertId the alert that it raised; empty for one of the random sample
 * @param time time of that event
 * @param evidence what it scored
 * @param window its events
 */
public record KeptEvidence(String eventId, String alertId, long time, float evidence, Window window) {
    private static final byte FORMAT = 1;

    /** Running number of its event. */
    public long lastNumber() {
        return window.lastNumber();
    }

    /** Whether it is of this event or alert; an empty text names none, though samples have an empty alert. */
    public boolean isAbout(String eventOrAlertId) {
        return !eventOrAlertId.isEmpty() && (eventId.equals(eventOrAlertId) || alertId.equals(eventOrAlertId));
    }

    /** Format 1: format (1), layout fingerprint (4), ids (2 + text each), time (8), evidence (4), window. */
    public byte[] encode() {
        byte[] event = eventId.getBytes(StandardCharsets.UTF_8);
        byte[] alert = alertId.getBytes(StandardCharsets.UTF_8);
        byte[] slots = window.bytes();
        ByteBuffer out =
                ByteBuffer.allocate(1 + 4 + 2 + event.length + 2 + alert.length + 8 + 4 + 8 + 2 + slots.length);
        out.put(FORMAT).putInt(window.layout().fingerprint());
        out.putShort((short) event.length)
                .put(event)
                .putShort((short) alert.length)
                .put(alert);
        out.putLong(time).putFloat(evidence);
        out.putLong(window.firstNumber()).putShort((short) window.events()).put(slots);
        return out.array();
    }

    /** From {@link #encode}; throws IllegalArgumentException where the bytes are not of this layout. */
    public static KeptEvidence decode(Layout layout, byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            byte format = in.get();
            int fingerprint = in.getInt();
            if (format != FORMAT) {
                throw new IllegalArgumentException("kept evidence is of format " + format
                        + ", this release reads format " + FORMAT + ": run the release that wrote it, or a newer one");
            }
            Layout written = layout.writtenIn("kept evidence is", fingerprint);
            String event = text(in);
            String alert = text(in);
            long time = in.getLong();
            float evidence = in.getFloat();
            long first = in.getLong();
            int events = in.getShort();
            byte[] slots = new byte[in.remaining()];
            in.get(slots);
            Window window = layout.carry(Window.over(written, slots, events, first));
            return new KeptEvidence(event, alert, time, evidence, window);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("kept evidence is cut at " + bytes.length + " bytes", e);
        }
    }

    private static String text(ByteBuffer in) {
        byte[] text = new byte[Short.toUnsignedInt(in.getShort())];
        in.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
