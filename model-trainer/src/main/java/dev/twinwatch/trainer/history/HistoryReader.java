package dev.twinwatch.trainer.history;

import dev.twinwatch.engine.cases.KnownLabels;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.EventReader;
import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.RecordVisitor;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads a source to its end, once, and sorts its events by entity, each entity's in the order in which they stand. They need
 * not fit into memory.
 */
public final class HistoryReader implements RecordVisitor {
    /** Records that may be no events where nothing else was asked for, in percent: more are a mistake in data or watch. */
    public static final String MOST_REJECTED = "1";

    private final EventSource source;
    private final EventReader reader;
    private final Predicate<Event> wanted;
    private final RejectListener rejects;
    private final ReadingProgress progress;
    private final HistoryStore store;
    private final Overview overview;
    private final DataSum sum;
    private long rows;
    private long records;

    private HistoryReader(
            EventSource source,
            Layout layout,
            Predicate<Event> wanted,
            RejectListener rejects,
            HistoryStore store,
            ReadingProgress progress) {
        this.source = source;
        this.reader = new EventReader(layout);
        this.sum = new DataSum(layout);
        this.overview = new Overview(layout.numbers(), layout.categories());
        this.wanted = wanted;
        this.rejects = rejects;
        this.store = store;
        this.progress = progress;
    }

    /** All events; see {@link #read(EventSource, Layout, Predicate, KnownLabels, RejectListener, Path, ReadingProgress)}. */
    public static History read(EventSource source, Layout layout) {
        return read(source, layout, event -> true, RejectListener.NOBODY);
    }

    /** With temporary files, if needed, where Java has its own. */
    public static History read(EventSource source, Layout layout, Predicate<Event> wanted, RejectListener rejects) {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        return read(source, layout, wanted, KnownLabels.NONE, rejects, folder, ReadingProgress.SILENT);
    }

    /**
     * Events of one source.
     *
     * @param wanted events to keep: those that a label calls fraud, say, are not the entity's own
     * @param labels of the events, all known once the last event was asked whether it is wanted
     * @param rejects hears of each record that is no event; how many are too many is for the caller to say
     * @param folder for temporary files, if the events are many; nothing is left in it once the history is closed
     * @throws HistoryException where there is no record, or no room for all of them
     * @throws dev.twinwatch.trainer.source.SourceException where the source cannot be read or lacks a field of the watch
     */
    public static History read(
            EventSource source,
            Layout layout,
            Predicate<Event> wanted,
            KnownLabels labels,
            RejectListener rejects,
            Path folder,
            ReadingProgress progress) {
        return read(source, layout, wanted, rejects, new HistoryStore(layout, folder, labels), progress);
    }

    static History read(
            EventSource source,
            Layout layout,
            Predicate<Event> wanted,
            RejectListener rejects,
            HistoryStore store,
            ReadingProgress progress) {
        try {
            source.require(WatchedFields.of(layout));
            HistoryReader visitor = new HistoryReader(source, layout, wanted, rejects, store, progress);
            source.forEach(visitor);
            return visitor.history();
        } catch (RuntimeException | Error e) {
            store.close();
            throw e;
        }
    }

    @Override
    public void record(Fields fields, Origin origin) {
        Reading reading = reader.read(fields, origin);
        if (reading instanceof Reading.Understood understood) {
            progress.read(++records);
            rows++;
            Event event = understood.event();
            sum.add(event);
            if (wanted.test(event)) {
                overview.look(event);
                store.add(event);
            }
        } else if (reading instanceof Reading.Unreadable no) {
            unreadable(source.place(origin) + ": " + no.reason(), origin);
        }
    }

    @Override
    public void unreadable(String reason, Origin origin) {
        progress.read(++records);
        rejects.rejected(reason, source.text());
    }

    private History history() {
        if (records == 0) {
            throw new HistoryException(source.name() + " has no records: bring some events");
        }
        List<EntityHistory> entities = store.entities(progress);
        return new History(entities, rows, sum.hex(), overview, store.backwards(), store::close);
    }
}
