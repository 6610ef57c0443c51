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

/** Reads one source and hands each event to the lane of its entity, so that the order within an entity stays. */
final class Feed implements RecordVisitor {
    private static final int BATCH = 256;

    private final EventSource source;
    private final EventReader reader;
    private final boolean enrols;
    private final List<Lane> lanes;
    private final List<List<Arrival>> batches = new ArrayList<>();
    private final RejectListener rejects;
    private final Progress progress;
    private long records;
    private long events;
    private long from = Long.MAX_VALUE;
    private long to = Long.MIN_VALUE;

    Feed(
            EventSource source,
            Layout layout,
            boolean enrols,
            List<Lane> lanes,
            RejectListener rejects,
            Progress progress) {
        this.source = source;
        this.reader = new EventReader(layout);
        this.enrols = enrols;
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
        Reading reading = reader.read(fields, enrols ? vouchedFor(origin) : origin);
        if (reading instanceof Reading.Understood understood) {
            take(understood.event());
        } else if (reading instanceof Reading.Unreadable no) {
            rejects.rejected(source.place(origin) + ": " + no.reason(), source.text());
        }
        progress.read(records, source);
    }

    /** Under another name, lest a file of the same name in another folder look like a replay of this one. */
    private static Origin vouchedFor(Origin origin) {
        return new Origin("history " + origin.source(), origin.partition(), origin.offset(), true);
    }

    private void take(Event event) {
        events++;
        from = Math.min(from, event.time());
        to = Math.max(to, event.time());
        int lane = (int) Long.remainderUnsigned(Hash64.of(event.entity()), lanes.size());
        List<Arrival> batch = batches.get(lane);
        batch.add(new Arrival(records, event));
        if (batch.size() == BATCH) {
            flush(lane);
        }
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

    long events() {
        return events;
    }

    /** Time between the earliest and the latest event, in the unit of the watch; 0 without events. */
    long span() {
        return events == 0 ? 0 : to - from;
    }
}
