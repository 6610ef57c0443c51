package dev.twinwatch.trainer.history;

import dev.twinwatch.engine.features.Event;
import java.util.List;

/**
 * All events of a source, by entity.
 *
 * @param entities in the order of their first events
 * @param rows events read
 * @param sha256 of all events in their order
 */
public record History(List<EntityHistory> entities, long rows, String sha256) {
    public History {
        entities = List.copyOf(entities);
    }

    /** Earliest event time, or 0 without events. */
    public long from() {
        return entities.stream()
                .flatMap(h -> h.events().stream())
                .mapToLong(Event::time)
                .min()
                .orElse(0);
    }

    /** Latest event time, or 0 without events. */
    public long to() {
        return entities.stream()
                .flatMap(h -> h.events().stream())
                .mapToLong(Event::time)
                .max()
                .orElse(0);
    }
}
