package dev.twinwatch.engine.explanation;

import dev.twinwatch.engine.features.Window;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;

/** What is common to everything that is counted or measured: single values against a usual range. */
final class Quantity {
    private final String feature;
    private final DoubleFunction<String> words;
    private final Reader reader;

    /** Reads it off one event; NaN where it is missing. */
    @FunctionalInterface
    interface Reader {
        double read(Window window, int i);
    }

    Quantity(String feature, Reader reader, DoubleFunction<String> words) {
        this.feature = feature;
        this.reader = reader;
        this.words = words;
    }

    Distribution usual(Habits habits) {
        return new Distribution(habits, event -> reader.read(event.window(), event.at()));
    }

    /** The leading events where they lie outside the usual range, else the middle of the window. */
    Aspect.Account account(Window window, Habits habits, List<Integer> leading) {
        Distribution usual = usual(habits);
        if (usual.isEmpty()) {
            return Aspect.Account.against(feature, words.apply(median(window)), "nothing", leading);
        }
        List<Integer> outside = leading.stream()
                .filter(i -> !usual(habits.at(i)).holds(reader.read(window, i)))
                .limit(habits.isByPosition() ? 1 : Long.MAX_VALUE)
                .toList();
        if (!outside.isEmpty()) {
            int first = outside.get(0);
            String position = habits.isByPosition() ? " at position " + (first + 1) : "";
            Distribution there = usual(habits.at(first));
            return Aspect.Account.against(
                    feature,
                    listed(window, outside) + position,
                    range(words.apply(there.low()), words.apply(there.high())),
                    outside);
        }
        String middle = words.apply(median(window));
        String usually = words.apply(usual.median());
        return new Aspect.Account(
                feature,
                feature + ": typically " + middle + " in the last " + window.events() + " events where " + usually
                        + " is usual",
                middle,
                usually,
                leading);
    }

    private static String range(String low, String high) {
        return low.equals(high) ? low : low + " to " + high;
    }

    private String listed(Window window, List<Integer> events) {
        return Listing.of(events.stream()
                .sorted()
                .map(i -> words.apply(reader.read(window, i)))
                .distinct()
                .toList());
    }

    private double median(Window window) {
        double[] values = new double[window.events()];
        for (int i = 0; i < values.length; i++) {
            values[i] = reader.read(window, i);
        }
        double[] known = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return known.length == 0 ? Double.NaN : known[(known.length - 1) / 2];
    }
}
