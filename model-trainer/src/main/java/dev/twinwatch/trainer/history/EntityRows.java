package dev.twinwatch.trainer.history;

import dev.twinwatch.engine.cases.KnownLabels;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The events of one entity as rows in the order of their arrival, with what was computed at arrival: a window that ends
 * anywhere in a sequence is a copy of its rows. Rows are numbered from 0.
 */
public final class EntityRows implements EntityEvents {
    private static final int AT_ONCE = 1 << 16;

    private final RowFormat format;
    private final SpillFile file;
    private final long position;
    private final int size;
    /** First rows of all sequences but the first. */
    private final int[] starts;

    EntityRows(RowFormat format, SpillFile file, long position, int size, int[] starts) {
        this.format = format;
        this.file = file;
        this.position = position;
        this.size = size;
        this.starts = starts;
    }

    static EntityRows of(Layout layout, List<Event> events) {
        RowWriter writer =
                new RowWriter(new RowFormat(layout), new SpillFile(Path.of(""), Integer.MAX_VALUE), KnownLabels.NONE);
        events.forEach(writer::add);
        return writer.end();
    }

    @Override
    public int size() {
        return size;
    }

    /**
     * Last rows of windows of the encoder's length, the next one {@code stride} rows after the one before, and of the rest of
     * a sequence that ends, from the minimum length on, where it is its only window.
     */
    public int[] lastRows(int stride) {
        IntStream.Builder rows = IntStream.builder();
        int length = length();
        for (int s = 0; s <= starts.length; s++) {
            int start = s == 0 ? 0 : starts[s - 1];
            int end = s == starts.length ? size : starts[s];
            int covered = start;
            for (int next = start + Math.max(length, stride); next <= end; next += stride) {
                rows.add(next - 1);
                covered = next;
            }
            int rest = end - covered;
            boolean onlyWindow = rest == Math.min(length, end - start);
            if (onlyWindow && rest >= format.layout().watch().sequence().minimum()) {
                rows.add(end - 1);
            }
        }
        return rows.build().toArray();
    }

    /** How many rows of the same sequence follow a row. */
    public int following(int row) {
        int sequence = sequenceOf(row);
        return (sequence == starts.length ? size : starts[sequence]) - 1 - row;
    }

    /** The window that ends with a row: as many rows of its sequence as the encoder reads, or as there are. */
    public Window windowEndingAt(int row) {
        int sequence = sequenceOf(row);
        int start = sequence == 0 ? 0 : starts[sequence - 1];
        int first = Math.max(start, row + 1 - length());
        int count = row + 1 - first;
        int slotBytes = format.layout().slotBytes();
        byte[] rows = new byte[count * format.rowBytes()];
        file.read(position + (long) first * format.rowBytes(), rows, 0, rows.length);
        byte[] slots = new byte[count * slotBytes];
        for (int i = 0; i < count; i++) {
            System.arraycopy(rows, i * format.rowBytes(), slots, i * slotBytes, slotBytes);
        }
        return Window.over(format.layout(), slots, count, first + 1L);
    }

    private int sequenceOf(int row) {
        int found = Arrays.binarySearch(starts, row);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private int length() {
        return format.layout().watch().sequence().length();
    }

    @Override
    public List<Event> load(String entity, int from, int to) {
        int rowBytes = format.rowBytes();
        byte[] row = new byte[rowBytes];
        int most = Math.max(1, AT_ONCE / rowBytes);
        byte[] rows = new byte[Math.min(most, to - from) * rowBytes];
        List<Event> events = new ArrayList<>(to - from);
        for (int next = from; next < to; next += most) {
            int count = Math.min(most, to - next);
            file.read(position + (long) next * rowBytes, rows, 0, count * rowBytes);
            for (int i = 0; i < count; i++) {
                System.arraycopy(rows, i * rowBytes, row, 0, rowBytes);
                events.add(format.read(entity, row));
            }
        }
        return events;
    }

    @Override
    public EntityRows rows(Layout layout) {
        layout.requireSame("the history is", format.layout().fingerprint());
        return this;
    }
}
