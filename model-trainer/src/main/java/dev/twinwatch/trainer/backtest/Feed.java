package dev.twinwatch.trainer.backtest;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.EventReader;
import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Hash64;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import dev.twinwatch.trainer.history.RejectListener;
import dev.twinwatch.trainer.history.WatchedFields;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.RecordVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads one source and hands each event to the lane of its entity, so that the order within an entity stays. */
final class Feed implements RecordVisitor {
    private static final int BATCH = 256;

    private final EventSource source;
    private final EventReader reader;
    private final boolean hasCalendar;
    private final boolean enrols;
    private final boolean timed;
    private final List<Lane> lanes;
    private final List<List<Arrival>> batches = new ArrayList<>();
    private final RejectListener rejects;
    private final Progress progress;
    private final Span span = new Span();
    private long records;
    private long events;
    private long enrolled;
    private long latest = Long.MIN_VALUE;

    /**
     * A feed of one source.
     *
     * @param enrols whether all of it is history
     * @param timed whether the moments of events matter
     */
    Feed(
            EventSource source,
            Layout layout,
            boolean enrols,
            boolean timed,
            List<Lane> lanes,
            RejectListener rejects,
            Progress progress) {
        this.source = source;
        this.reader = new EventReader(layout);
        this.hasCalendar = layout.watch().hasCalendar();
        this.enrols = enrols;
        this.timed = timed;
        this.lanes = lanes;
        this.rejects = rejects;
        this.progress = progress;
        lanes.forEach(lane -> batches.add(new ArrayList<>(BATCH)));
        source.require(WatchedFields.of(layout));
    }

    /** To the end of the source; the lanes may still be at work. */
    void read() {
        source.forEach(this);
        for (int lane = 0; lane < lanes.size(); lane++) {
            flush(lane);
        }
    }

    @Override
    public void record(Fields fields, Origin origin) {
        records++;
        Reading reading = reader.read(fields, vouched(origin));
        if (reading instanceof Reading.Understood understood) {
            take(understood.event());
        } else if (reading instanceof Reading.Unreadable no) {
            rejects.rejected(source.place(origin) + ": " + no.reason(), source.text());
        }
        progress.read(records, source);
    }

    /** A history has another name, lest a file of the same name in another folder look like a replay of this one. */
    private Origin vouched(Origin origin) {
        String name = enrols ? "history " + origin.source() : origin.source();
        return new Origin(name, origin.partition(), origin.offset(), enrols || source.isVouchedFor());
    }

    private void take(Event event) {
        if (event.origin().enrol()) {
            enrolled++;
        } else {
            events++;
            if (hasCalendar) {
                span.note(event.time());
            }
        }
        long moment = timed ? moment(event) : 0;
        latest = Math.max(latest, moment);
        int lane = (int) Long.remainderUnsigned(Hash64.of(event.entity()), lanes.size());
        List<Arrival> batch = batches.get(lane);
        batch.add(new Arrival(records, moment, event));
        if (batch.size() == BATCH) {
            flush(lane);
        }
    }

    private long moment(Event event) {
        OptionalLong written = source.writtenAt();
        if (written.isEmpty() && !hasCalendar) {
            throw new IllegalArgumentException(
                    "--control and --feedback act between events by their times, and events of " + source.name()
                            + " have none: read them from the topic of the service, or leave these options out");
        }
        return written.orElse(event.time());
    }

    private void flush(int lane) {
        List<Arrival> batch = batches.get(lane);
        if (batch.isEmpty()) {
            return;
        }
        try {
            lanes.get(lane).put(batch);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + source.name() + " was read", e);
        }
        batches.set(lane, new ArrayList<>(BATCH));
    }

    @Override
    public void unreadable(String reason, Origin origin) {
        records++;
        rejects.rejected(reason, source.text());
        progress.read(records, source);
    }

    /** To be decided. */
    long events() {
        return events;
    }

    /** That are history. */
    long enrolled() {
        return enrolled;
    }

    /** The moment of the last event. */
    long latest() {
        return latest;
    }

    /** From when to when the events to be decided are, where times are points on the calendar. */
    Span span() {
        return span;
    }
}
