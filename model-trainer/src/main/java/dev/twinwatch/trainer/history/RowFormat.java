package dev.twinwatch.trainer.history;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Window;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An event as a row of bytes, all of one length: the slot of the layout, then offset (8 bytes), number of the origin (4) and,
 * where sequences end by themselves, their hash (8).
 *
 * <p>The entity is known from where the row stands. Ids are not kept: labels, which speak of them, are heard at reading.
 */
final class RowFormat {
    private final Layout layout;
    private final boolean sequences;
    private final int rowBytes;
    private final float[] noArrivals;
    private final Map<Origin, Integer> numbers = new HashMap<>();
    private final List<Origin> origins = new ArrayList<>();

    RowFormat(Layout layout) {
        this.layout = layout;
        this.sequences = layout.watch().sequence().ends();
        this.rowBytes = layout.slotBytes() + Long.BYTES + Integer.BYTES + (sequences ? Long.BYTES : 0);
        this.noArrivals = new float[layout.arrivals().size()];
    }

    Layout layout() {
        return layout;
    }

    int rowBytes() {
        return rowBytes;
    }

    /** Writes an event of which it is not known what came before: its slot lacks what is computed at arrival. */
    void write(Event event, byte[] row) {
        Window.write(layout, row, 0, event.time(), event, noArrivals);
        writeRest(event, row);
    }

    /** Writes an event that is the newest of a window. */
    void write(Event event, Window window, byte[] row) {
        System.arraycopy(window.newest(1).bytes(), 0, row, 0, layout.slotBytes());
        writeRest(event, row);
    }

    private void writeRest(Event event, byte[] row) {
        Origin origin = event.origin();
        ByteBuffer rest = ByteBuffer.wrap(row, layout.slotBytes(), rowBytes - layout.slotBytes());
        rest.putLong(origin.offset())
                .putInt(number(new Origin(origin.source(), origin.partition(), 0, origin.enrol())));
        if (sequences) {
            rest.putLong(event.sequence());
        }
    }

    /** Files and partitions are few. */
    private int number(Origin withoutOffset) {
        return numbers.computeIfAbsent(withoutOffset, origin -> {
            origins.add(origin);
            return origins.size() - 1;
        });
    }

    /** The event of a row. */
    Event read(String entity, byte[] row) {
        ByteBuffer rest = ByteBuffer.wrap(row, layout.slotBytes(), rowBytes - layout.slotBytes());
        long offset = rest.getLong();
        Origin known = origins.get(rest.getInt());
        Origin origin = new Origin(known.source(), known.partition(), offset, known.enrol());
        return Window.over(layout, row, 1, 1).event(0, entity, origin, sequences ? rest.getLong() : 0);
    }
}
