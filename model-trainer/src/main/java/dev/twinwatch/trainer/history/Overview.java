package dev.twinwatch.trainer.history;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.watch.Rates;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** What is to be said of all events together, gathered while each of them is looked at once. */
final class Overview {
    private final List<String> numbers;
    private final List<String> categories;
    private final BitSet seenNumbers = new BitSet();
    private final BitSet seenCategories = new BitSet();
    private final Days days = new Days();
    private long from = Long.MAX_VALUE;
    private long to = Long.MIN_VALUE;

    /** With the paths of the fields, in the order of the layout. */
    Overview(List<String> numbers, List<String> categories) {
        this.numbers = numbers;
        this.categories = categories;
    }

    void look(Event event) {
        days.look(event);
        from = Math.min(from, event.time());
        to = Math.max(to, event.time());
        for (int f = seenNumbers.nextClearBit(0); f < numbers.size(); f = seenNumbers.nextClearBit(f + 1)) {
            seenNumbers.set(f, !Float.isNaN(event.number(f)));
        }
        for (int f = seenCategories.nextClearBit(0); f < categories.size(); f = seenCategories.nextClearBit(f + 1)) {
            seenCategories.set(f, event.category(f) != 0);
        }
    }

    /** Earliest time; 0 without events. */
    long from() {
        return from > to ? 0 : from;
    }

    /** Latest time; 0 without events. */
    long to() {
        return from > to ? 0 : to;
    }

    /** By times as points on the calendar. */
    Optional<Rates> usualDay() {
        return days.usual();
    }

    List<String> missingFields() {
        List<String> missing = new ArrayList<>();
        for (int f = 0; f < numbers.size(); f++) {
            if (!seenNumbers.get(f)) {
                missing.add(numbers.get(f));
            }
        }
        for (int f = 0; f < categories.size(); f++) {
            if (!seenCategories.get(f)) {
                missing.add(categories.get(f));
            }
        }
        return missing.stream().distinct().toList();
    }
}
