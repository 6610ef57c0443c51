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
    /** Above this share of rows that are no events, the source is taken for another one than the watch speaks of. */
    public static final double MOST_UNREADABLE = 0.1;

    private static final int SHOWN_PROBLEMS = 5;

    private final EventSource source;
    private final Layout layout;
    private final EventReader reader;
    private final Predicate<Event> wanted;
    private final Map<String, List<Event>> byEntity = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final DataSum sum;
    private long rows;
    private long unreadable;

    private HistoryReader(EventSource source, Layout layout, Predicate<Event> wanted) {
        this.source = source;
        this.layout = layout;
        this.reader = new EventReader(layout);
        this.sum = new DataSum(layout);
        this.wanted = wanted;
    }

    /** All events; see {@link #read(EventSource, Layout, Predicate)}. */
    public static History read(EventSource source, Layout layout) {
        return read(source, layout, event -> true);
    }

    /**
     * Events of one source.
     *
     * @param wanted events to keep: those that a label calls fraud, say, are not the entity's own
     * @throws HistoryException where there is no event, or more than a tenth of the rows are none
     * @throws dev.twinwatch.trainer.source.SourceException where the source cannot be read or lacks a field of the watch
     */
    public static History read(EventSource source, Layout layout, Predicate<Event> wanted) {
        source.require(WatchedFields.of(layout));
        HistoryReader visitor = new HistoryReader(source, layout, wanted);
        source.forEach(visitor);
        return visitor.history();
    }

    @Override
    public void record(Fields fields, Origin origin) {
        Reading reading = reader.read(fields, origin);
        if (reading instanceof Reading.Understood understood) {
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
        unreadable++;
        if (problems.size() < SHOWN_PROBLEMS) {
            problems.add(reason);
        }
    }

    private History history() {
        if (rows + unreadable == 0) {
            throw new HistoryException(source.name() + " has no records: bring some events");
        }
        if (unreadable > MOST_UNREADABLE * (rows + unreadable)) {
            throw new HistoryException(source.name() + ": " + unreadable + " of " + (rows + unreadable)
                    + " records are no events of watch " + layout.watch().name()
                    + ": correct the watch or the data. The first problems: " + String.join("; ", problems));
        }
        List<EntityHistory> entities = new ArrayList<>();
        byEntity.forEach((entity, events) -> entities.add(new EntityHistory(entity, events)));
        return new History(entities, rows, unreadable, problems, sum.hex());
    }
}
