package dev.twinwatch.engine.bundle;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * {@link Golden} as bytes: number of windows (4), then events (2), slots, dimensions (2), values (4 each).
 *
 * <p>Bundles lie in files and on topics: a change of these bytes is a migration, with a new format of the bundle.
 */
final class GoldenCodec {
    private GoldenCodec() {}

    static byte[] encode(Golden golden) {
        int size = 4;
        for (int i = 0; i < golden.windows().size(); i++) {
            size += 4
                    + golden.windows().get(i).bytes().length
                    + golden.embeddings().get(i).length * 4;
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        out.putInt(golden.windows().size());
        for (int i = 0; i < golden.windows().size(); i++) {
            Window window = golden.windows().get(i);
            out.putShort((short) window.events()).put(window.bytes());
            float[] embedding = golden.embeddings().get(i);
            out.putShort((short) embedding.length);
            for (float value : embedding) {
                out.putFloat(value);
            }
        }
        return out.array();
    }

    static Golden decode(Layout layout, byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            int count = in.getInt();
            List<Window> windows = new ArrayList<>();
            List<float[]> embeddings = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int events = in.getShort();
                byte[] slots = new byte[events * layout.slotBytes()];
                in.get(slots);
                windows.add(Window.over(layout, slots, events, 1));
                float[] embedding = new float[in.getShort()];
                for (int d = 0; d < embedding.length; d++) {
                    embedding[d] = in.getFloat();
                }
                embeddings.add(embedding);
            }
            return new Golden(windows, embeddings);
        } catch (BufferUnderflowException | NegativeArraySizeException e) {
            throw new BundleException("golden vectors are cut at " + bytes.length + " bytes: copy the bundle again", e);
        }
    }
}
