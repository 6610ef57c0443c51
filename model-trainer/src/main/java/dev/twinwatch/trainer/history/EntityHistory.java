package dev.twinwatch.trainer.history;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Hash64;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The events of one entity in their order. Those of a history that was read stand in its store and are loaded when asked for:
 * ask for few entities at a time and let go of what came.
 */
public final class EntityHistory {
    private static final long WEEK = 7 * 86_400_000_000L;

    private final String entity;
    private final EntityEvents events;

    /** Of events in memory, oldest first. */
    public EntityHistory(String entity, List<Event> events) {
        List<Event> own = List.copyOf(events);
        this.entity = entity;
        this.events = new ListedEvents(own.size(), () -> own);
    }

    EntityHistory(String entity, EntityEvents events) {
        this.entity = entity;
        this.events = events;
    }

    /**
     * One history of several entities that are one person, one after the other. Times are moved by whole weeks, so that
     * each begins a new sequence after the one before and hours and days stay what they are.
     */
    public static EntityHistory joined(String entity, List<EntityHistory> parts, Layout layout) {
        if (parts.size() == 1 && parts.get(0).entity().equals(entity)) {
            return parts.get(0);
        }
        int size = parts.stream().mapToInt(EntityHistory::size).sum();
        return new EntityHistory(entity, new ListedEvents(size, () -> join(entity, parts, layout)));
    }

    private static List<Event> join(String entity, List<EntityHistory> parts, Layout layout) {
        boolean timed = layout.watch().time().isPresent();
        long gap = layout.watch().sequence().gap();
        long pause = gap == Long.MAX_VALUE ? 0 : gap;
        long step = layout.watch().hasCalendar() ? WEEK : 1;
        List<Event> events = new ArrayList<>();
        for (EntityHistory part : parts) {
            List<Event> own = part.events();
            long behind = events.isEmpty() || own.isEmpty()
                    ? -1
                    : events.get(events.size() - 1).time() + pause - own.get(0).time();
            long shift = timed && behind >= 0 ? Math.floorDiv(behind + step, step) * step : 0;
            for (Event event : own) {
                long sequence = event.sequence() == 0 ? 0 : event.sequence() ^ Hash64.of(part.entity());
                Origin origin = new Origin(event.origin().source(), 0, events.size(), false);
                events.add(event.movedTo(entity, origin, event.time() + shift, sequence));
            }
        }
        return events;
    }

    /** Whose. */
    public String entity() {
        return entity;
    }

    /** How many events. */
    public int size() {
        return events.size();
    }

    /** All events, oldest first. Those of a store are called after their origin: ids that the data gives are not kept. */
    public List<Event> events() {
        return events.load(entity, 0, size());
    }

    /** The newest events, at most so many, oldest first. */
    public List<Event> newest(int most) {
        return events.load(entity, Math.max(0, size() - most), size());
    }

    /** As rows, from which windows can be cut. */
    public EntityRows rows(Layout layout) {
        return events.rows(layout);
    }

    /**
     * Windows of the encoder's length, the next one {@code stride} events after the one before, and the rest of a sequence
     * that ends from the minimum length on; each owns its bytes.
     */
    public List<Window> windows(Layout layout, int stride) {
        return windows(layout, stride, Integer.MAX_VALUE);
    }

    /** The newest of these windows, at most so many. */
    public List<Window> windows(Layout layout, int stride, int most) {
        EntityRows rows = rows(layout);
        int[] last = rows.lastRows(stride);
        return Arrays.stream(last, Math.max(0, last.length - most), last.length)
                .mapToObj(rows::windowEndingAt)
                .toList();
    }
}
