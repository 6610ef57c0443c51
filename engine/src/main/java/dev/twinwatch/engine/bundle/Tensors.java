package dev.twinwatch.engine.bundle;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named float arrays as bytes: number of arrays (4), then name (2 + text), length (4) and values (4 each).
 *
 * <p>Bundles lie in files and on topics: a change of these bytes is a migration, with a new format of the bundle.
 */
final class Tensors {
    private final Map<String, float[]> arrays;

    private Tensors(Map<String, float[]> arrays) {
        this.arrays = arrays;
    }

    static byte[] encode(Map<String, float[]> arrays) {
        int size = 4;
        for (Map.Entry<String, float[]> entry : arrays.entrySet()) {
            size += 2 + entry.getKey().getBytes(StandardCharsets.UTF_8).length + 4 + entry.getValue().length * 4;
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        out.putInt(arrays.size());
        arrays.forEach((name, values) -> {
            byte[] text = name.getBytes(StandardCharsets.UTF_8);
            out.putShort((short) text.length).put(text).putInt(values.length);
            for (float value : values) {
                out.putFloat(value);
            }
        });
        return out.array();
    }

    static Tensors decode(byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            int count = in.getInt();
            Map<String, float[]> arrays = new LinkedHashMap<>();
            for (int i = 0; i < count; i++) {
                byte[] name = new byte[Short.toUnsignedInt(in.getShort())];
                in.get(name);
                int length = in.getInt();
                if (length < 0 || length > in.remaining() / 4) {
                    throw new BufferUnderflowException();
                }
                float[] values = new float[length];
                in.asFloatBuffer().get(values);
                in.position(in.position() + 4 * length);
                arrays.put(new String(name, StandardCharsets.UTF_8), values);
            }
            return new Tensors(arrays);
        } catch (BufferUnderflowException e) {
            throw new BundleException("numbers of the bundle are cut at " + bytes.length + " bytes: copy it again", e);
        }
    }

    boolean has(String name) {
        return arrays.containsKey(name);
    }

    float[] get(String name) {
        float[] values = arrays.get(name);
        if (values == null) {
            throw new BundleException("bundle lacks `" + name + "`: train again with this release");
        }
        return values;
    }

    /** All arrays under a prefix, without it. */
    Map<String, float[]> under(String prefix) {
        Map<String, float[]> found = new LinkedHashMap<>();
        arrays.forEach((name, values) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), values);
            }
        });
        return found;
    }
}
