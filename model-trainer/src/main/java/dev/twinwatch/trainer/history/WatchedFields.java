package dev.twinwatch.trainer.history;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.Watch;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All fields of a record that a watch reads. */
public final class WatchedFields {
    private WatchedFields() {}

    /** Their paths, each once. */
    public static List<String> of(Layout layout) {
        Watch watch = layout.watch();
        Set<String> fields = new LinkedHashSet<>();
        fields.add(watch.entity());
        watch.time().ifPresent(time -> fields.add(time.field()));
        fields.add(watch.id());
        fields.add(watch.sequence().by());
        fields.addAll(layout.numbers());
        fields.addAll(layout.categories());
        fields.remove("");
        return new ArrayList<>(fields);
    }
}
