package dev.twinwatch.trainer.app;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.trainer.source.Label;
import dev.twinwatch.trainer.source.LabelFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Keeps the events that no label calls fraud. */
final class OwnEvents implements Predicate<Event> {
    private final Map<String, List<Label>> frauds = new HashMap<>();

    OwnEvents(List<LabelFile> files) {
        for (LabelFile file : files) {
            for (Label label : file.labels()) {
                if (label.kind() == Label.Kind.FRAUD) {
                    frauds.computeIfAbsent(label.entity(), e -> new ArrayList<>())
                            .add(label);
                }
            }
        }
    }

    @Override
    public boolean test(Event event) {
        return frauds.getOrDefault(event.entity(), List.of()).stream()
                .noneMatch(label -> label.covers(event.entity(), event.id(), event.time()));
    }
}
