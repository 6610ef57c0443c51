package dev.twinwatch.trainer.history;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import java.util.List;
import java.util.function.Supplier;

/** Events that somebody else holds, or makes anew each time. */
final class ListedEvents implements EntityEvents {
    private final int size;
    private final Supplier<List<Event>> events;

    ListedEvents(int size, Supplier<List<Event>> events) {
        this.size = size;
        this.events = events;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public List<Event> load(String entity, int from, int to) {
        return events.get().subList(from, to);
    }

    @Override
    public EntityRows rows(Layout layout) {
        return EntityRows.of(layout, events.get());
    }
}
