package dev.twinwatch.trainer.history;

import dev.twinwatch.engine.cases.KnownLabels;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.recent.Recent;
import java.util.Arrays;

/** Writes events entity by entity as rows, with what the events before them make of each. */
final class RowWriter {
    private static final int[] ONE_SEQUENCE = {};

    private final RowFormat format;
    private final SpillFile file;
    private final byte[] row;
    private final KnownLabels labels;
    private Recent recent;
    private long position;
    private int size;
    private int[] starts = new int[4];
    private int sequences;
    private long before = Long.MIN_VALUE;
    private long backwards;

    RowWriter(RowFormat format, SpillFile file, KnownLabels labels) {
        this.labels = labels;
        this.format = format;
        this.file = file;
        this.row = new byte[format.rowBytes()];
        this.recent = new Recent(format.layout());
        this.position = file.size();
    }

    /** The next event of the entity. */
    void add(Event event) {
        if (recent.startsNewSequence(event)) {
            recent.beginSequence();
            before = Long.MIN_VALUE;
            if (sequences == starts.length) {
                starts = Arrays.copyOf(starts, 2 * sequences);
            }
            starts[sequences++] = size;
        }
        recent.append(event, labels);
        backwards += event.time() < before ? 1 : 0;
        before = event.time();
        format.write(event, recent.window(), row);
        file.append(row, 0, row.length);
        size++;
    }

    /** All that was added since the last call; the next event is another entity's. */
    EntityRows end() {
        int[] own = sequences == 0 ? ONE_SEQUENCE : Arrays.copyOf(starts, sequences);
        EntityRows rows = new EntityRows(format, file, position, size, own);
        recent = new Recent(format.layout());
        position = file.size();
        size = 0;
        sequences = 0;
        before = Long.MIN_VALUE;
        return rows;
    }

    /** Events older than the one before in the same sequence, of all entities so far. */
    long backwards() {
        return backwards;
    }
}
