package dev.twinwatch.sandbox.demo.recording;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.watch.Watch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds which events the labels speak of, and makes stretches of them: one for each label that meets a live event. */
final class Truths {
    private final boolean timed;
    private final Map<String, List<Known>> byEntity;
    private final Map<Known, Stretch> stretches = new LinkedHashMap<>();

    Truths(Watch watch, List<Known> known) {
        this.timed = watch.time().isPresent();
        this.byEntity =
                known.stream().collect(Collectors.groupingBy(k -> k.label().entity()));
    }

    /** The label that calls this event fraud; where the watch has no time, labels count events. */
    Optional<Known> about(Event event, int number) {
        long time = timed ? event.time() : number;
        return byEntity.getOrDefault(event.entity(), List.of()).stream()
                .filter(known -> known.label().covers(event.entity(), event.id(), time))
                .findFirst();
    }

    /** Counts an event as part of the stretch of its label; an entity's events come in their order. */
    void streamed(Known known, int number) {
        stretches.merge(
                known,
                new Stretch(known.label().entity(), known.style(), number, number),
                (before, one) -> new Stretch(before.entity(), before.style(), before.first(), number));
    }

    /** In the order of their first events. */
    List<Stretch> stretches() {
        return List.copyOf(stretches.values());
    }
}
