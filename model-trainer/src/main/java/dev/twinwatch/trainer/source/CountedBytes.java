package dev.twinwatch.trainer.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes that are counted as they are read, so that somebody can be told how much is left. */
final class CountedBytes extends FilterInputStream {
    private final long size;
    private long read;

    /** Of so many bytes in all. */
    CountedBytes(InputStream bytes, long size) {
        super(bytes);
        this.size = size;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        read += value < 0 ? 0 : 1;
        return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        read += Math.max(0, count);
        return count;
    }

    /** Read so far, 0 to 1. */
    double share() {
        return size == 0 ? 1 : Math.min(1, read / (double) size);
    }
}
