package dev.twinwatch.trainer.history;

import java.io.Closeable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows that come in any order of entities and leave entity by entity, each entity's in the order in which they came: sorted
 * in memory piece by piece, and merged from all pieces at the end. Each row is written once and read once, from front to back.
 */
final class Runs implements Closeable {
    private static final int HEAD = 2 * Integer.BYTES;
    private static final int CURSOR = 1 << 18;
    private static final int NONE = -1;

    private final int rowBytes;
    private final int rowsOfRun;
    private final SpillFile file;
    private final List<Long> starts = new ArrayList<>();
    private byte[] rows = new byte[0];
    /** Entity in the upper half, place in the lower: sorted, they keep the order within an entity. */
    private long[] order = new long[0];

    private int size;

    Runs(int rowBytes, int runBytes, SpillFile file) {
        this.rowBytes = rowBytes;
        this.rowsOfRun = Math.max(1, runBytes / rowBytes);
        this.file = file;
    }

    /** Takes one row of an entity; entities are numbered from 0. */
    void add(int entity, byte[] row) {
        if (size == rowsOfRun) {
            endRun();
        }
        if (size == order.length) {
            int wanted = Math.min(rowsOfRun, Math.max(64, 2 * size));
            order = Arrays.copyOf(order, wanted);
            rows = Arrays.copyOf(rows, wanted * rowBytes);
        }
        System.arraycopy(row, 0, rows, size * rowBytes, rowBytes);
        order[size] = (long) entity << Integer.SIZE | size;
        size++;
    }

    private void endRun() {
        Arrays.sort(order, 0, size);
        starts.add(file.size());
        byte[] head = new byte[HEAD];
        int from = 0;
        while (from < size) {
            int entity = (int) (order[from] >>> Integer.SIZE);
            int to = from;
            while (to < size && (int) (order[to] >>> Integer.SIZE) == entity) {
                to++;
            }
            ByteBuffer.wrap(head).putInt(entity).putInt(to - from);
            file.append(head, 0, HEAD);
            for (int i = from; i < to; i++) {
                file.append(rows, (int) order[i] * rowBytes, rowBytes);
            }
            from = to;
        }
        size = 0;
    }

    /** Bytes of all rows, about. */
    long bytes() {
        return file.size() + (long) size * rowBytes;
    }

    /** Sees the rows of one entity. */
    interface RowVisitor {
        /** The array is valid only during the call. */
        void row(byte[] row);
    }

    /** Ends the adding; from now on the rows of entities can be had in the order of their numbers. */
    Merge merge() {
        endRun();
        rows = new byte[0];
        order = new long[0];
        List<Cursor> cursors = new ArrayList<>();
        for (int run = 0; run < starts.size(); run++) {
            cursors.add(new Cursor(starts.get(run), run + 1 < starts.size() ? starts.get(run + 1) : file.size()));
        }
        return new Merge(cursors);
    }

    /** Takes rows from all runs at once. */
    static final class Merge {
        private final List<Cursor> cursors;

        private Merge(List<Cursor> cursors) {
            this.cursors = cursors;
        }

        /** Hands over all rows of an entity; entities are asked for by rising numbers. */
        void rowsOf(int entity, RowVisitor visitor) {
            cursors.forEach(cursor -> cursor.rowsOf(entity, visitor));
        }
    }

    /** Reads one run from front to back. */
    private final class Cursor {
        private final byte[] head = new byte[HEAD];
        private final byte[] row = new byte[rowBytes];
        private final byte[] buffer;
        private final long end;
        private long next;
        private int from;
        private int to;
        private int entity = NONE;
        private int left;

        Cursor(long start, long end) {
            this.next = start;
            this.end = end;
            this.buffer = new byte[(int) Math.min(Math.max(CURSOR, rowBytes), end - start)];
            nextEntity();
        }

        void rowsOf(int wanted, RowVisitor visitor) {
            if (entity == wanted) {
                for (; left > 0; left--) {
                    take(row);
                    visitor.row(row);
                }
                nextEntity();
            }
        }

        private void nextEntity() {
            entity = NONE;
            if (to > from || next < end) {
                take(head);
                entity = ByteBuffer.wrap(head).getInt();
                left = ByteBuffer.wrap(head).getInt(Integer.BYTES);
            }
        }

        private void take(byte[] into) {
            if (to - from < into.length) {
                System.arraycopy(buffer, from, buffer, 0, to - from);
                to -= from;
                from = 0;
                int more = (int) Math.min(buffer.length - to, end - next);
                file.read(next, buffer, to, more);
                next += more;
                to += more;
            }
            System.arraycopy(buffer, from, into, 0, into.length);
            from += into.length;
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
