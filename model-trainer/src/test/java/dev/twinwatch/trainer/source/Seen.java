package dev.twinwatch.trainer.source;

import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Origin;
import java.util.ArrayList;
import java.util.List;

/** Notes what a source gives: the values under some paths, origins and reasons. */
final class Seen implements RecordVisitor {
    final List<List<Object>> values = new ArrayList<>();
    final List<Origin> origins = new ArrayList<>();
    final List<String> reasons = new ArrayList<>();
    private final List<String> paths;

    Seen(String... paths) {
        this.paths = List.of(paths);
    }

    @Override
    public void record(Fields fields, Origin origin) {
        List<Object> row = new ArrayList<>();
        for (String path : paths) {
            Object value = fields.valueAt(path);
            row.add(value == null ? "absent" : value);
        }
        values.add(row);
        origins.add(origin);
    }

    @Override
    public void unreadable(String reason, Origin origin) {
        reasons.add(reason);
        origins.add(origin);
    }
}
