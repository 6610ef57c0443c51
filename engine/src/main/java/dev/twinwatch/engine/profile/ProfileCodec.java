package dev.twinwatch.engine.profile;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * {@link Profile} as bytes, format 1: format (1), layout fingerprint (4), revision (4), number of references (2), then for
 * each: why (1), absorbed at (8), evidence (4), pending (1, always 0 in this format's first use), first number (8), events
 * (2), slots.
 *
 * <p>These bytes lie in stores and changelogs: a change of them is a migration, with a new format and a reader for each older
 * one.
 */
public final class ProfileCodec {
    private static final byte FORMAT = 1;
    private static final int COUNT_AT = 1 + 4 + 4;
    private static final int HEAD = COUNT_AT + 2;
    private static final int REFERENCE = 1 + 8 + 4 + 1 + 8 + 2;

    private ProfileCodec() {}

    /** As it is stored. */
    public static byte[] encode(Layout layout, Profile profile) {
        int size = HEAD;
        for (Reference reference : profile.references()) {
            size += REFERENCE + reference.window().events() * layout.slotBytes();
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        out.put(FORMAT).putInt(layout.fingerprint()).putInt(profile.revision());
        out.putShort((short) profile.references().size());
        for (Reference reference : profile.references()) {
            Window window = reference.window();
            out.put(reference.why().code()).putLong(reference.absorbedAt()).putFloat(reference.evidence());
            out.put((byte) 0).putLong(window.firstNumber()).putShort((short) window.events());
            window.writeTo(out);
        }
        return out.array();
    }

    /** How many references stored bytes hold, without reading them. */
    public static int references(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getShort(COUNT_AT);
    }

    /**
     * The profile, whose windows may be views of the bytes, which must not change; throws IllegalArgumentException where they are
     * cut, of a newer format or of another layout.
     */
    public static Profile decode(Layout layout, byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            byte format = in.get();
            int fingerprint = in.getInt();
            if (format != FORMAT) {
                throw new IllegalArgumentException("profile is of format " + format + ", this release reads format "
                        + FORMAT + ": run the release that wrote it, or a newer one");
            }
            Layout written = layout.writtenIn("profile is", fingerprint);
            int revision = in.getInt();
            int count = in.getShort();
            List<Reference> references = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Reference.Why why = Reference.Why.of(in.get());
                long absorbedAt = in.getLong();
                float evidence = in.getFloat();
                in.get();
                long first = in.getLong();
                int events = in.getShort();
                int from = Objects.checkFromIndexSize(in.position(), events * written.slotBytes(), bytes.length);
                in.position(from + events * written.slotBytes());
                Window window = layout.carry(Window.over(written, bytes, from, events, first));
                references.add(new Reference(window, why, absorbedAt, evidence));
            }
            return new Profile(revision, references);
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("profile is cut or damaged at " + bytes.length + " bytes", e);
        }
    }
}
