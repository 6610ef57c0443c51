package dev.twinwatch.engine.features;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * {@link Window} as bytes that stand by themselves, format 1: format (1), layout fingerprint (4), first number (8), events (2),
 * slots.
 *
 * <p>They lie in topics: a change of them is a migration, with a new format and a reader for each older one.
 */
public final class WindowCodec {
    private static final byte FORMAT = 1;
    private static final int HEAD = 1 + 4 + 8 + 2;

    private WindowCodec() {}

    /** As it is stored. */
    public static byte[] encode(Window window) {
        byte[] slots = window.bytes();
        ByteBuffer out = ByteBuffer.allocate(HEAD + slots.length);
        out.put(FORMAT).putInt(window.layout().fingerprint()).putLong(window.firstNumber());
        out.putShort((short) window.events()).put(slots);
        return out.array();
    }

    /** The window; throws IllegalArgumentException where the bytes are cut, empty, of a newer format or of another layout. */
    public static Window decode(Layout layout, byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            byte format = in.get();
            if (format != FORMAT) {
                throw new IllegalArgumentException("window is of format " + format + ", this release reads format "
                        + FORMAT + ": run the release that wrote it, or a newer one");
            }
            Layout written = layout.writtenIn("a window is", in.getInt());
            long first = in.getLong();
            int events = in.getShort();
            byte[] slots = new byte[in.remaining()];
            in.get(slots);
            if (events < 1) {
                throw new IllegalArgumentException("window has " + events + " events, expected at least one");
            }
            return layout.carry(Window.over(written, slots, events, first));
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("window is cut at " + bytes.length + " bytes", e);
        }
    }
}
