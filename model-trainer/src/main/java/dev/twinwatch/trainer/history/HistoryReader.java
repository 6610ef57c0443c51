package dev.twinwatch.trainer.history;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.EventReader;
import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.RecordVisitor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Reads a source to its end and sorts its events by entity, each entity's in the order in which they stand. */
public final class HistoryReader implements RecordVisitor {
    /** Records that may be no events where nothing else was asked for, in percent: more are a mistake in data or watch. */
    public static final String MOST_REJECTED = "1";

    private final EventSource source;
    private final EventReader reader;
    private final Predicate<Event> wanted;
    private final RejectListener rejects;
    private final Map<String, List<Event>> byEntity = new LinkedHashMap<>();
    private final DataSum sum;
    private long rows;
    private boolean isEmpty = true;

    private HistoryReader(EventSource source, Layout layout, Predicate<Event> wanted, RejectListener rejects) {
        this.source = source;
        this.reader = new EventReader(layout);
        this.sum = new DataSum(layout);
        this.wanted = wanted;
        this.rejects = rejects;
    }

    /** All events; see {@link #read(EventSource, Layout, Predicate, RejectListener)}. */
    public static History read(EventSource source, Layout layout) {
        return read(source, layout, event -> true, RejectListener.NOBODY);
    }

    /**
     * Events of one source.
     *
     * @param wanted events to keep: those that a label calls fraud, say, are not the entity's own
     * @param rejects hears of each record that is no event; how many are too many is for the caller to say
     * @throws HistoryException where there is no record
     * @throws dev.twinwatch.trainer.source.SourceException where the source cannot be read or lacks a field of the watch
     */
    public static History read(EventSource source, Layout layout, Predicate<Event> wanted, RejectListener rejects) {
        source.require(WatchedFields.of(layout));
        HistoryReader visitor = new HistoryReader(source, layout, wanted, rejects);
        source.forEach(visitor);
        return visitor.history();
    }

    @Override
    public void record(Fields fields, Origin origin) {
        Reading reading = reader.read(fields, origin);
        if (reading instanceof Reading.Understood understood) {
            isEmpty = false;
            rows++;
            Event event = understood.event();
            sum.add(event);
            if (wanted.test(event)) {
                byEntity.computeIfAbsent(event.entity(), e -> new ArrayList<>()).add(event);
            }
        } else if (reading instanceof Reading.Unreadable no) {
            unreadable(source.place(origin) + ": " + no.reason(), origin);
        }
    }

    @Override
    public void unreadable(String reason, Origin origin) {
        isEmpty = false;
        rejects.rejected(reason, source.text());
    }

    private History history() {
        if (isEmpty) {
            throw new HistoryException(source.name() + " has no records: bring some events");
        }
        List<EntityHistory> entities = new ArrayList<>();
        byEntity.forEach((entity, events) -> entities.add(new EntityHistory(entity, events)));
        return new History(entities, rows, sum.hex());
    }
}
