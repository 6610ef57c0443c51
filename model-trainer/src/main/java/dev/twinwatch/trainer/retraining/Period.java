package dev.twinwatch.trainer.retraining;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.EventReader;
import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.RecordVisitor;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The events of a source from one moment to another. Moments are times of events as the engine counts; where the watch has no
 * time, records in the order in which they stand.
 */
final class Period implements EventSource {
    private final EventSource source;
    private final Layout layout;
    private final long from;
    private final long until;
    private final Supplier<Predicate<Event>> wanted;

    /**
     * Records that are no events are left out.
     *
     * @param from first moment, inclusive
     * @param until last moment, exclusive
     * @param wanted which of the events; made anew for each reading
     */
    Period(EventSource source, Layout layout, long from, long until, Supplier<Predicate<Event>> wanted) {
        this.source = source;
        this.layout = layout;
        this.from = from;
        this.until = until;
        this.wanted = wanted;
    }

    /** When an event is, given the number of its record. */
    static long momentOf(Layout layout, Event event, long record) {
        return layout.watch().time().isPresent() ? event.time() : record;
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public void require(List<String> paths) {
        source.require(paths);
    }

    @Override
    public String place(Origin origin) {
        return source.place(origin);
    }

    @Override
    public String text() {
        return source.text();
    }

    @Override
    public double share() {
        return source.share();
    }

    @Override
    public void forEach(RecordVisitor visitor) {
        EventReader reader = new EventReader(layout);
        Predicate<Event> asked = wanted.get();
        source.forEach(new RecordVisitor() {
            private long records;

            @Override
            public void record(Fields fields, Origin origin) {
                records++;
                if (reader.read(fields, origin) instanceof Reading.Understood understood) {
                    long moment = momentOf(layout, understood.event(), records);
                    if (moment >= from && moment < until && asked.test(understood.event())) {
                        visitor.record(fields, origin);
                    }
                }
            }

            @Override
            public void unreadable(String reason, Origin origin) {
                records++;
            }

            @Override
            public boolean wantsMore() {
                return visitor.wantsMore();
            }
        });
    }
}
