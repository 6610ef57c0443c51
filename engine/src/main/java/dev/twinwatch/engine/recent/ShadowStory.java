package dev.twinwatch.engine.recent;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The open alert of an entity by a model that scores along and does not decide; nobody is told of it.
 *
 * @param model SHA-256 of the bundle
 * @param story what happened since it opened
 */
public record ShadowStory(String model, Story story) {
    private static final byte FORMAT = 1;

    /** Format 1: format (1), model (2 + text), the story. They lie in a store: a change of them is a migration. */
    public byte[] encode() {
        byte[] name = model.getBytes(StandardCharsets.UTF_8);
        byte[] rest = StoryCodec.encode(story);
        return ByteBuffer.allocate(1 + 2 + name.length + rest.length)
                .put(FORMAT)
                .putShort((short) name.length)
                .put(name)
                .put(rest)
                .array();
    }

    /** Reads it; throws IllegalArgumentException where the bytes are cut or of a newer format. */
    public static ShadowStory decode(byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            byte format = in.get();
            if (format != FORMAT) {
                throw new IllegalArgumentException("alert of a shadow model is of format " + format
                        + ", this release reads " + FORMAT + ": run the release that wrote it, or a newer one");
            }
            String model = StoryCodec.text(in);
            return new ShadowStory(model, StoryCodec.decode(in));
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("alert of a shadow model is cut at " + bytes.length + " bytes", e);
        }
    }
}
