package dev.twinwatch.trainer.history;

import dev.twinwatch.engine.cases.KnownLabels;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes events in the order of a source and keeps them by entity, in memory while they are few and in temporary files beyond
 * that: as runs while they come, then as one file in which each entity's rows stand together. What stays in memory is a name
 * and some numbers for each entity and each sequence.
 */
public final class HistoryStore implements Closeable {
    /** Rows that are sorted by entity at once. */
    private static final int RUN = 64 << 20;
    /** Bytes of either file that stay in memory, and are written at once beyond that. */
    private static final int IN_MEMORY = 16 << 20;

    private final RowFormat format;
    private final Runs runs;
    private final SpillFile rows;
    private final byte[] row;
    private final KnownLabels labels;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> entities = new ArrayList<>();
    private long events;
    private long backwards;

    /** With the folder of the temporary files. */
    public HistoryStore(Layout layout, Path folder) {
        this(layout, folder, KnownLabels.NONE);
    }

    /** The same, where labels of the events are known once all were added. */
    HistoryStore(Layout layout, Path folder, KnownLabels labels) {
        this(layout, folder, labels, RUN, IN_MEMORY);
    }

    HistoryStore(Layout layout, Path folder, int runBytes, int bytesInMemory) {
        this(layout, folder, KnownLabels.NONE, runBytes, bytesInMemory);
    }

    private HistoryStore(Layout layout, Path folder, KnownLabels labels, int runBytes, int bytesInMemory) {
        this.labels = labels;
        format = new RowFormat(layout);
        runs = new Runs(format.rowBytes(), runBytes, new SpillFile(folder, bytesInMemory));
        rows = new SpillFile(folder, bytesInMemory);
        row = new byte[format.rowBytes()];
    }

    /** Takes the next event. */
    public void add(Event event) {
        Integer number = numbers.get(event.entity());
        if (number == null) {
            number = entities.size();
            numbers.put(event.entity(), number);
            entities.add(event.entity());
        }
        format.write(event, row);
        runs.add(number, row);
        events++;
    }

    /** How many entities have events so far. */
    public int size() {
        return entities.size();
    }

    /** Everything that was added, by entity in the order of their first events, until the store is closed. Ends the adding. */
    public List<EntityHistory> entities(ReadingProgress progress) {
        numbers.clear();
        if (runs.bytes() > IN_MEMORY) {
            // The second file will be as large as the first.
            rows.requireRoom(runs.bytes());
        }
        List<EntityHistory> histories = new ArrayList<>();
        RowWriter writer = new RowWriter(format, rows, labels);
        Runs.Merge merge = runs.merge();
        long done = 0;
        for (int number = 0; number < entities.size(); number++) {
            String entity = entities.get(number);
            merge.rowsOf(number, bytes -> writer.add(format.read(entity, bytes)));
            EntityRows own = writer.end();
            histories.add(new EntityHistory(entity, own));
            done += own.size();
            progress.sorted(done, events);
        }
        backwards = writer.backwards();
        runs.close();
        return histories;
    }

    /** Events older than the one before of the same entity and sequence; known once the events stand by entity. */
    long backwards() {
        return backwards;
    }

    @Override
    public void close() {
        runs.close();
        rows.close();
    }
}
