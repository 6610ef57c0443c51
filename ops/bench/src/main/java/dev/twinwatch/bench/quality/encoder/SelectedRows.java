package dev.twinwatch.bench.quality.encoder;

import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.RecordVisitor;
import java.util.List;
import java.util.function.Predicate;

/**
 * Some rows of a source, as if the others were not in it: what a protocol keeps back, no training can see.
 *
 * @param all the source
 * @param wanted says by its cells which rows there are
 */
public record SelectedRows(EventSource all, Predicate<Fields> wanted) implements EventSource {
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
        all.forEach(new RecordVisitor() {
            @Override
            public void record(Fields fields, Origin origin) {
                if (wanted.test(fields)) {
                    visitor.record(fields, origin);
                }
            }

            @Override
            public void unreadable(String reason, Origin origin) {
                visitor.unreadable(reason, origin);
            }

            @Override
            public boolean wantsMore() {
                return visitor.wantsMore();
            }
        });
    }
}
