package dev.twinwatch.trainer.backtest;

import dev.twinwatch.engine.cases.LabelledValues;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.EventReader;
import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.Label;
import dev.twinwatch.trainer.source.RecordVisitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads events once before they are decided, for features of confirmed frauds: which values had what labels speak of. What an
 * event is told is what was known at its time, wherever the other event stands and however far other threads are.
 */
final class LabelledPass implements RecordVisitor {
    private final EventReader reader;
    private final LabelledValues values;
    private final Map<String, List<Label>> byEntity = new HashMap<>();

    LabelledPass(Layout layout, List<Label> labels, LabelledValues values) {
        this.reader = new EventReader(layout);
        this.values = values;
        for (Label label : labels) {
            byEntity.computeIfAbsent(label.entity(), entity -> new ArrayList<>())
                    .add(label);
        }
    }

    void over(EventSource source) {
        source.forEach(this);
    }

    @Override
    public void record(Fields fields, Origin origin) {
        if (reader.read(fields, origin) instanceof Reading.Understood understood) {
            take(understood.event());
        }
    }

    /** Of several labels, one that says fraud. */
    private void take(Event event) {
        List<Label> these = byEntity.getOrDefault(event.entity(), List.of()).stream()
                .filter(label -> label.covers(event.entity(), event.id(), event.time()))
                .toList();
        these.stream()
                .filter(label -> label.kind() == Label.Kind.FRAUD)
                .findFirst()
                .or(() -> these.stream().findFirst())
                .ifPresent(label -> values.add(event, label.of(event.time())));
    }

    /** Told of when the events are decided. */
    @Override
    public void unreadable(String reason, Origin origin) {}
}
