package dev.twinwatch.engine.evidence;

import dev.twinwatch.engine.cases.FraudCase;
import dev.twinwatch.engine.features.Hash64;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * What training learned from labels of values that were new to those who were defrauded: with it a model knows whoever did it
 * without any case at hand. A case that it learned from is not counted again.
 */
public final class LearnedFrauds {
    /** A model that no label taught. */
    public static final LearnedFrauds NONE = new LearnedFrauds(List.of(), Map.of());

    private static final int NUMBERS = 3;

    private final List<Stretch> stretches;
    private final Map<NewValues.Value, Integer> counts;

    /** Whose events, as a hash, and from when to when, as the engine counts. */
    private record Stretch(long entity, long from, long to) {}

    private LearnedFrauds(List<Stretch> stretches, Map<NewValues.Value, Integer> counts) {
        this.stretches = List.copyOf(stretches);
        this.counts = Map.copyOf(counts);
    }

    /**
     * Of frauds.
     *
     * @param frauds by the entity they were committed against, its windows that end in one, oldest first; those within a window's
     *     length of each other are one fraud
     */
    public static LearnedFrauds of(Layout layout, Map<String, List<Window>> frauds) {
        NewValues values = new NewValues(layout);
        List<Stretch> stretches = new ArrayList<>();
        Map<NewValues.Value, Integer> counts = new LinkedHashMap<>();
        frauds.forEach((entity, windows) -> {
            for (List<Window> one : apart(windows, layout.watch().sequence().length())) {
                stretches.add(new Stretch(Hash64.of(entity), newest(one.get(0)), newest(one.get(one.size() - 1))));
                FraudCase.mostTelling(one)
                        .ifPresent(window -> values.in(window).forEach(value -> counts.merge(value, 1, Integer::sum)));
            }
        });
        return new LearnedFrauds(stretches, counts);
    }

    private static List<List<Window>> apart(List<Window> windows, int length) {
        List<List<Window>> frauds = new ArrayList<>();
        long last = Long.MIN_VALUE;
        for (Window window : windows) {
            if (frauds.isEmpty() || window.lastNumber() - last > length) {
                frauds.add(new ArrayList<>());
            }
            frauds.get(frauds.size() - 1).add(window);
            last = window.lastNumber();
        }
        return frauds;
    }

    private static long newest(Window window) {
        return window.time(window.events() - 1);
    }

    /** From what {@link #stretches} and {@link #values} give; throws IllegalArgumentException where it is cut. */
    public static LearnedFrauds of(long[] stretches, long[] values) {
        if (stretches.length % NUMBERS != 0 || values.length % NUMBERS != 0) {
            throw new IllegalArgumentException("learned frauds have " + stretches.length + " and " + values.length
                    + " numbers, expected multiples of " + NUMBERS + ": train again");
        }
        List<Stretch> read = new ArrayList<>();
        for (int i = 0; i < stretches.length; i += NUMBERS) {
            read.add(new Stretch(stretches[i], stretches[i + 1], stretches[i + 2]));
        }
        Map<NewValues.Value, Integer> counts = new HashMap<>();
        for (int i = 0; i < values.length; i += NUMBERS) {
            counts.put(new NewValues.Value((int) values[i], values[i + 1]), (int) values[i + 2]);
        }
        return new LearnedFrauds(read, counts);
    }

    /** The same with fields by their places in another layout, which has all of them. */
    LearnedFrauds keptIn(Layout now, Layout other) {
        Map<NewValues.Value, Integer> moved = new HashMap<>();
        counts.forEach((value, count) -> {
            int field = other.categories().indexOf(now.categories().get(value.field()));
            moved.put(new NewValues.Value(field, value.hash()), count);
        });
        return new LearnedFrauds(stretches, moved);
    }

    /** Hash of the entity, first and last time, of each. */
    public long[] stretches() {
        return stretches.stream()
                .flatMapToLong(one -> LongStream.of(one.entity(), one.from(), one.to()))
                .toArray();
    }

    /** Field, hash of the value and number of frauds that had it, of each, in the order of the first two. */
    public long[] values() {
        return counts.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<NewValues.Value, Integer> e) ->
                                e.getKey().field())
                        .thenComparingLong(e -> e.getKey().hash()))
                .flatMapToLong(e -> LongStream.of(e.getKey().field(), e.getKey().hash(), e.getValue()))
                .toArray();
    }

    /** How many there were. */
    public int size() {
        return stretches.size();
    }

    Map<NewValues.Value, Integer> counts() {
        return counts;
    }

    /** Whether it is one of those that taught. */
    boolean contains(FraudCase one) {
        long entity = Hash64.of(one.entity());
        long time = one.label().time();
        return stretches.stream().anyMatch(s -> s.entity() == entity && s.from() <= time && time <= s.to());
    }
}
