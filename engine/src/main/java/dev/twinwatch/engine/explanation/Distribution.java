package dev.twinwatch.engine.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The values of one number in the events of references, in order, each with the weight of its event; missing ones left out. */
final class Distribution {
    /** Between the two shares lies what is called usual. */
    private static final double LOWEST = 0.1;

    private static final double HIGHEST = 0.9;

    private final List<Valued> sorted = new ArrayList<>();
    private double weight;

    private record Valued(double value, Habits.Done event) {}

    Distribution(Habits habits, ToDoubleFunction<Habits.Done> value) {
        for (Habits.Done event : habits.events()) {
            double known = value.applyAsDouble(event);
            if (!Double.isNaN(known)) {
                sorted.add(new Valued(known, event));
                weight += event.weight();
            }
        }
        sorted.sort(Comparator.comparingDouble(Valued::value));
    }

    boolean isEmpty() {
        return sorted.isEmpty();
    }

    double low() {
        return at(LOWEST).value();
    }

    double high() {
        return at(HIGHEST).value();
    }

    double median() {
        return at(0.5).value();
    }

    /** Whether a value is usual: a missing one is not, and where nothing is known any other is. */
    boolean holds(double value) {
        return isEmpty() || (low() <= value && value <= high());
    }

    /** The event in the middle. */
    Optional<Habits.Done> typical() {
        return isEmpty() ? Optional.empty() : Optional.of(at(0.5).event());
    }

    /** The smallest value of which this share of the weight is at most as large. */
    private Valued at(double share) {
        double sum = 0;
        for (Valued valued : sorted) {
            sum += valued.event().weight();
            if (sum >= share * weight) {
                return valued;
            }
        }
        return sorted.get(sorted.size() - 1);
    }
}
