package dev.twinwatch.trainer.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Float arrays in a kept state: length (4), then values (4 each), big-endian. */
final class Floats {
    private Floats() {}

    static void write(DataOutput out, float[] values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(Float.BYTES, values.length));
        bytes.asFloatBuffer().put(values);
        out.writeInt(values.length);
        out.write(bytes.array());
    }

    /** An array that has to be of this length, as nothing else fits the network; throws IOException otherwise. */
    static float[] read(DataInput in, long length) throws IOException {
        int found = in.readInt();
        if (found != length) {
            throw new IOException("kept state has " + found + " values where " + length + " belong");
        }
        byte[] bytes = new byte[Math.multiplyExact(Float.BYTES, found)];
        in.readFully(bytes);
        float[] values = new float[found];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
        return values;
    }
}
