package dev.twinwatch.trainer.history;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
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
    public EntityHistory {
        events = List.copyOf(events);
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
