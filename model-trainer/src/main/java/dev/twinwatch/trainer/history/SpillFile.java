package dev.twinwatch.trainer.history;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are written from front to back and read anywhere: in memory while they are few, beyond that in a temporary file.
 *
 * <p>The system removes the file when it is closed, and where the process ends without closing it.
 */
final class SpillFile implements Closeable {
    /** A read takes at most so much at once, since each thread keeps native memory for its largest one. */
    private static final int MOST_AT_ONCE = 1 << 18;

    private static final int FIRST = 1 << 12;

    private final Path folder;
    private final int mostInMemory;
    private final Room room;
    private byte[] newest = new byte[0];
    private int newestBytes;
    private long written;
    private @Nullable FileChannel file;

    /**
     * Empty.
     *
     * @param folder for the file, if there has to be one
     * @param mostInMemory bytes; also how many are written at once
     */
    SpillFile(Path folder, int mostInMemory) {
        this(folder, mostInMemory, path -> Files.getFileStore(path).getUsableSpace());
    }

    SpillFile(Path folder, int mostInMemory, Room room) {
        this.folder = folder;
        this.mostInMemory = mostInMemory;
        this.room = room;
    }

    /** Says how many bytes are left in a folder. */
    @FunctionalInterface
    interface Room {
        long in(Path folder) throws IOException;
    }

    /** Bytes appended so far. */
    long size() {
        return written + newestBytes;
    }

    void append(byte[] bytes, int from, int count) {
        if (newestBytes + count > mostInMemory) {
            writeOut();
        }
        if (newestBytes + count > newest.length) {
            int wanted = Math.max(FIRST, Math.max(newestBytes + count, Math.min(mostInMemory, 2 * newest.length)));
            newest = Arrays.copyOf(newest, wanted);
        }
        System.arraycopy(bytes, from, newest, newestBytes, count);
        newestBytes += count;
    }

    private void writeOut() {
        requireRoom(newestBytes);
        try {
            FileChannel out = file();
            int at = 0;
            while (at < newestBytes) {
                int count = Math.min(MOST_AT_ONCE, newestBytes - at);
                at += out.write(ByteBuffer.wrap(newest, at, count), written + at);
            }
        } catch (IOException e) {
            throw failed(e);
        }
        written += newestBytes;
        newestBytes = 0;
    }

    private HistoryException failed(IOException e) {
        return new HistoryException(
                "the history cannot be kept in a file in " + folder + " (" + e.getMessage() + "), after "
                        + megabytes(size()) + ": make room there, or name another folder with --out",
                e);
    }

    private FileChannel file() throws IOException {
        if (file == null) {
            Path path = Files.createTempFile(folder, ".twinwatch-history-", ".tmp");
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        }
        return file;
    }

    /** Throws where the folder has no room for so many bytes: better now than after minutes of writing. */
    void requireRoom(long bytes) {
        try {
            long free = room.in(folder);
            if (free < bytes) {
                throw new HistoryException(
                        "the history needs " + megabytes(bytes) + " more in a file in " + folder + ", which has "
                                + megabytes(free) + " left: make room there, or name another folder with --out");
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static String megabytes(long bytes) {
        return Math.round(bytes / 1e6) + " MB";
    }

    /** Copies bytes from a position on into an array. */
    void read(long position, byte[] into, int from, int count) {
        int old = (int) Math.max(0, Math.min(count, written - position));
        int at = 0;
        while (at < old) {
            at += readFile(position + at, ByteBuffer.wrap(into, from + at, Math.min(MOST_AT_ONCE, old - at)));
        }
        if (old < count) {
            System.arraycopy(newest, (int) (position + old - written), into, from + old, count - old);
        }
    }

    private int readFile(long position, ByteBuffer into) {
        try {
            FileChannel in = file;
            int count = in == null ? -1 : in.read(into, position);
            if (count < 0) {
                throw new IllegalStateException("nothing at " + position + " of " + size() + " bytes");
            }
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException("the history cannot be read from its file in " + folder, e);
        }
    }

    @Override
    public void close() {
        newest = new byte[0];
        newestBytes = 0;
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the file of the history in " + folder + " cannot be closed", e);
        }
    }
}
