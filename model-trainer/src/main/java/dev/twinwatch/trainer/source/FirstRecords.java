package dev.twinwatch.trainer.source;

import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Origin;
import java.util.List;

/** The first records of another source, for who wants to know what its records are like. */
public final class FirstRecords implements EventSource {
    private final EventSource all;
    private final long most;
    private boolean cut;

    /**
     * Of this source.
     *
     * @param most how many are read at most each time, 1 or more, those that cannot be read included
     */
    public FirstRecords(EventSource all, long most) {
        this.all = all;
        this.most = most;
    }

    /** Whether the source turned out to have more. */
    public boolean isCut() {
        return cut;
    }

    @Override
    public String name() {
        return all.name();
    }

    @Override
    public void require(List<String> paths) {
        all.require(paths);
    }

    @Override
    public String text() {
        return all.text();
    }

    @Override
    public String place(Origin origin) {
        return all.place(origin);
    }

    @Override
    public void forEach(RecordVisitor visitor) {
        all.forEach(new UpToMost(visitor));
    }

    /** Passes on as many as are wanted; one more is read, since only that tells that there are more. */
    private final class UpToMost implements RecordVisitor {
        private final RecordVisitor visitor;
        private long seen;

        private UpToMost(RecordVisitor visitor) {
            this.visitor = visitor;
        }

        @Override
        public void record(Fields fields, Origin origin) {
            if (isWanted()) {
                visitor.record(fields, origin);
            }
        }

        @Override
        public void unreadable(String reason, Origin origin) {
            if (isWanted()) {
                visitor.unreadable(reason, origin);
            }
        }

        private boolean isWanted() {
            seen++;
            cut |= seen > most;
            return seen <= most;
        }

        @Override
        public boolean wantsMore() {
            return seen <= most && visitor.wantsMore();
        }
    }
}
