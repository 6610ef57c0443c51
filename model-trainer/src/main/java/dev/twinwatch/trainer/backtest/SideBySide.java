package dev.twinwatch.trainer.backtest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The alerts of two backtests of the same records, each beside that of the other one that overlaps it in the same entity:
 * another limit opens the alert of one story at another event.
 *
 * @param pairs in the order of the records that opened them, the earlier one of a pair counting
 */
public record SideBySide(List<Pair> pairs) {
    public SideBySide {
        pairs = List.copyOf(pairs);
    }

    /** One story as both tell it; at least one of them does. */
    public record Pair(Optional<AlertStory> first, Optional<AlertStory> second) {
        private long row() {
            return Math.min(
                    first.map(AlertStory::row).orElse(Long.MAX_VALUE),
                    second.map(AlertStory::row).orElse(Long.MAX_VALUE));
        }
    }

    /** Puts them together; each alert stands in one pair. */
    public static SideBySide of(List<AlertStory> first, List<AlertStory> second) {
        Map<String, List<AlertStory>> others = new HashMap<>();
        for (AlertStory story : second) {
            others.computeIfAbsent(story.entity(), entity -> new ArrayList<>()).add(story);
        }
        List<Pair> pairs = new ArrayList<>();
        for (AlertStory story : first) {
            List<AlertStory> left = others.getOrDefault(story.entity(), List.of());
            Optional<AlertStory> other =
                    left.stream().filter(o -> overlap(o, story)).findFirst();
            other.ifPresent(left::remove);
            pairs.add(new Pair(Optional.of(story), other));
        }
        others.values().forEach(left -> left.forEach(o -> pairs.add(new Pair(Optional.empty(), Optional.of(o)))));
        pairs.sort(Comparator.comparingLong(Pair::row));
        return new SideBySide(pairs);
    }

    private static boolean overlap(AlertStory one, AlertStory other) {
        return one.row() <= other.lastRow() && other.row() <= one.lastRow();
    }

    /** Stories that both tell. */
    public long both() {
        return pairs.stream()
                .filter(pair -> pair.first().isPresent() && pair.second().isPresent())
                .count();
    }

    /** Stories that only the first tells. */
    public long onlyFirst() {
        return pairs.stream().filter(pair -> pair.second().isEmpty()).count();
    }

    /** Stories that only the second tells. */
    public long onlySecond() {
        return pairs.stream().filter(pair -> pair.first().isEmpty()).count();
    }
}
