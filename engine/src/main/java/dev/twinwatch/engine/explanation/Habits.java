package dev.twinwatch.engine.explanation;

import dev.twinwatch.engine.features.Window;
import java.util.ArrayList;
import java.util.List;

/** What an entity did in those references that count, newer ones weighing more. */
final class Habits {
    private final List<Window> newestFirst = new ArrayList<>();
    private final List<Done> events = new ArrayList<>();
    private final boolean byPosition;

    /**
     * One event of a reference.
     *
     * @param window the reference
     * @param at which of its events, from 0
     * @param weight of its reference: 0.5 to the power of age over half-life
     */
    record Done(Window window, int at, double weight) {}

    /**
     * Habits out of references, oldest first.
     *
     * @param before only references that end before the event of this running number count
     * @param halfLife references after which the weight of one halves
     * @param byPosition whether the first, the second and the third event mean the same in each window
     */
    Habits(List<Window> references, long before, double halfLife, boolean byPosition) {
        this.byPosition = byPosition;
        for (int r = references.size() - 1; r >= 0; r--) {
            Window window = references.get(r);
            if (window.lastNumber() < before) {
                double weight = Math.pow(0.5, newestFirst.size() / halfLife);
                newestFirst.add(window);
                for (int i = 0; i < window.events(); i++) {
                    events.add(new Done(window, i, weight));
                }
            }
        }
    }

    /** At most so many references, the newest first. */
    List<Window> newest(int most) {
        return newestFirst.subList(0, Math.min(most, newestFirst.size()));
    }

    /** All references, the newest first. */
    List<Window> windows() {
        return newestFirst;
    }

    /** Whether each position has its meaning. */
    boolean isByPosition() {
        return byPosition;
    }

    /** Where each position has its meaning, only what was done at one of them. */
    Habits at(int position) {
        return byPosition ? new Habits(this, position) : this;
    }

    private Habits(Habits all, int position) {
        byPosition = false;
        newestFirst.addAll(all.newestFirst);
        for (Done event : all.events) {
            if (event.at() == position) {
                events.add(event);
            }
        }
    }

    /** The events of all references. */
    List<Done> events() {
        return events;
    }
}
