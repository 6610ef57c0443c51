package dev.twinwatch.trainer.history;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Hash64;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.recent.Recent;
import java.util.ArrayList;
import java.util.List;

/**
 * The events of one entity in their order.
 *
 * @param entity whose
 * @param events oldest first
 */
public record EntityHistory(String entity, List<Event> events) {
    private static final long WEEK = 7 * 86_400_000_000L;

    public EntityHistory {
        events = List.copyOf(events);
    }

    /**
     * One history of several entities that are one person, one after the other. Times are moved by whole weeks, so that
     * each begins a new sequence after the one before and hours and days stay what they are.
     */
    public static EntityHistory joined(String entity, List<EntityHistory> parts, Layout layout) {
        if (parts.size() == 1 && parts.get(0).entity().equals(entity)) {
            return parts.get(0);
        }
        boolean timed = layout.watch().time().isPresent();
        long gap = layout.watch().sequence().gap();
        long pause = gap == Long.MAX_VALUE ? 0 : gap;
        long step = layout.watch().hasCalendar() ? WEEK : 1;
        List<Event> events = new ArrayList<>();
        for (EntityHistory part : parts) {
            long behind = events.isEmpty() || part.events().isEmpty()
                    ? -1
                    : events.get(events.size() - 1).time()
                            + pause
                            - part.events().get(0).time();
            long shift = timed && behind >= 0 ? Math.floorDiv(behind + step, step) * step : 0;
            for (Event event : part.events()) {
                long sequence = event.sequence() == 0 ? 0 : event.sequence() ^ Hash64.of(part.entity());
                Origin origin = new Origin(event.origin().source(), 0, events.size(), false);
                events.add(event.movedTo(entity, origin, event.time() + shift, sequence));
            }
        }
        return new EntityHistory(entity, events);
    }

    /**
     * Windows of the encoder's length, the next one {@code stride} events after the one before, and the rest of a sequence
     * that ends from the minimum length on; each owns its bytes.
     */
    public List<Window> windows(Layout layout, int stride) {
        List<Window> windows = new ArrayList<>();
        Recent recent = new Recent(layout);
        int length = layout.watch().sequence().length();
        int uncovered = 0;
        for (Event event : events) {
            if (recent.startsNewSequence(event)) {
                addRest(windows, recent, uncovered);
                recent.beginSequence();
                uncovered = 0;
            }
            recent.append(event);
            uncovered++;
            if (recent.window().events() == length && uncovered >= stride) {
                windows.add(recent.window().copy());
                uncovered = 0;
            }
        }
        addRest(windows, recent, uncovered);
        return windows;
    }

    private static void addRest(List<Window> windows, Recent recent, int uncovered) {
        Window window = recent.window();
        int minimum = window.layout().watch().sequence().minimum();
        boolean onlyWindow = uncovered == window.events();
        if (onlyWindow && window.events() >= minimum) {
            windows.add(window.copy());
        }
    }
}
