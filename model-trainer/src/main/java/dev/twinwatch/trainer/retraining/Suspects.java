package dev.twinwatch.trainer.retraining;

import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.trainer.backtest.AlertStory;
import dev.twinwatch.trainer.backtest.Backtest;
import dev.twinwatch.trainer.history.RejectListener;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.Label;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Events in alerts of the live model of which nobody said anything. Where most labels say fraud, most of these are frauds too:
 * taken for honest, they would teach that frauds are the entity's own, and raise the limit over all of them.
 */
final class Suspects implements Predicate<Event> {
    private static final int THREADS = 2;

    private final Map<String, List<AlertStory>> byEntity = new HashMap<>();
    private int alerts;

    private Suspects() {}

    /** Nobody is suspected where labels do not say that most alerts are frauds, or the watch has no time. */
    static Suspects of(Bundle live, Material material, EventSource events) {
        Suspects suspects = new Suspects();
        if (!material.mostLabelsSayFraud() || material.layout().watch().time().isEmpty()) {
            return suspects;
        }
        new Backtest(
                        Contest.contestant(live),
                        Optional.empty(),
                        THREADS,
                        RejectListener.NOBODY,
                        (records, source) -> {})
                .run(Optional.empty(), events).stories().stream()
                        .filter(story -> material.labels().stream()
                                .noneMatch(label -> label.kind() == Label.Kind.LEGITIMATE
                                        && label.covers(
                                                story.entity(), story.opening().id(), story.from())))
                        .forEach(suspects::add);
        return suspects;
    }

    private void add(AlertStory story) {
        byEntity.computeIfAbsent(story.entity(), entity -> new ArrayList<>()).add(story);
        alerts++;
    }

    /** Whether an event belongs to one of these alerts. */
    @Override
    public boolean test(Event event) {
        return byEntity.getOrDefault(event.entity(), List.of()).stream()
                .anyMatch(story -> story.from() <= event.time() && event.time() <= story.to());
    }

    /** How many there are. */
    int alerts() {
        return alerts;
    }
}
