package dev.twinwatch.trainer.backtest;

import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.trainer.Table;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.RecordVisitor;
import java.util.OptionalLong;

/** A table as a topic whose events were written as many seconds after 1970 as they have for a position. */
final class Stamped implements EventSource {
    private static final long SECOND = 1_000_000;

    private final Table table;
    private OptionalLong writtenAt = OptionalLong.empty();

    Stamped(Table table) {
        this.table = table;
    }

    @Override
    public String name() {
        return table.name();
    }

    @Override
    public OptionalLong writtenAt() {
        return writtenAt;
    }

    @Override
    public void forEach(RecordVisitor visitor) {
        table.forEach(new RecordVisitor() {
            @Override
            public void record(Fields fields, Origin origin) {
                writtenAt = OptionalLong.of(SECOND * Long.parseLong(String.valueOf(fields.valueAt("at"))));
                visitor.record(fields, origin);
            }

            @Override
            public void unreadable(String reason, Origin origin) {
                visitor.unreadable(reason, origin);
            }
        });
    }
}
