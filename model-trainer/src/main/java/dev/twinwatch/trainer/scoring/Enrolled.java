package dev.twinwatch.trainer.scoring;

import dev.twinwatch.engine.cases.KnownLabels;
import dev.twinwatch.engine.detection.Detector;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.recent.Recent;
import java.util.ArrayList;
import java.util.List;

/** One entity's own sequences as references that do not overlap, so that each event counts once. */
final class Enrolled {
    private final Recent recent;
    private final KnownLabels labels;
    private final int length;
    private final int minimum;
    private final List<Window> windows = new ArrayList<>();

    Enrolled(Layout layout, KnownLabels labels) {
        this.labels = labels;
        recent = new Recent(layout);
        length = layout.watch().sequence().length();
        minimum = layout.watch().sequence().minimum();
    }

    /**
     * Full windows one after the other, and what is left of the sequence, however short: it weighs less by itself. Returns
     * those that were added.
     */
    List<Window> add(List<Event> sequence) {
        int before = windows.size();
        recent.beginSequence();
        int uncovered = 0;
        for (Event event : sequence) {
            recent.append(event, labels);
            uncovered++;
            if (uncovered == length) {
                windows.add(recent.window().copy());
                uncovered = 0;
            }
        }
        if (uncovered > 0) {
            windows.add(recent.window().newest(uncovered));
        }
        return List.copyOf(windows.subList(before, windows.size()));
    }

    /** State after the newest reference. */
    Recent recent() {
        return recent;
    }

    /** All references, oldest first. */
    List<Window> references() {
        return windows;
    }

    /** Those that the service would keep: the newest ones with the least length that it scores. */
    List<Window> keptByService() {
        List<Window> kept =
                windows.stream().filter(window -> window.events() >= minimum).toList();
        return kept.subList(Math.max(0, kept.size() - Detector.KEPT_REFERENCES), kept.size());
    }
}
