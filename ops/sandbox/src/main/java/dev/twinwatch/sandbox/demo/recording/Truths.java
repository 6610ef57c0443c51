package dev.twinwatch.sandbox.demo.recording;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.watch.Watch;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds which events the labels speak of, and makes stretches of them: one for each label of a stretch that meets a live
 * event, and one for labels of single events that follow each other without an honest event between them.
 */
final class Truths {
    private final boolean timed;
    private final Map<String, List<Known>> byEntity;
    /** By the label that begins it. */
    private final Map<Known, Stretch> stretches = new LinkedHashMap<>();
    /** By entity: the label that begins its latest stretch. */
    private final Map<String, Known> latest = new HashMap<>();

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
        Known begins = begins(known, number);
        stretches.merge(
                begins,
                new Stretch(known.label().entity(), known.style(), number, number, known.foreign()),
                (before, one) -> before.upTo(number));
        latest.put(known.label().entity(), begins);
    }

    /** The label to whose stretch the event belongs: labels of single events cannot say that they are one takeover. */
    private Known begins(Known known, int number) {
        Known before = latest.get(known.label().entity());
        Stretch stretch = before == null ? null : stretches.get(before);
        if (before == null || stretch == null || stretch.last() != number - 1) {
            return known;
        }
        boolean alike =
                before.ofOneEvent() && known.ofOneEvent() && before.style().equals(known.style());
        return alike ? before : known;
    }

    /** In the order of their first events. */
    List<Stretch> stretches() {
        return List.copyOf(stretches.values());
    }
}
