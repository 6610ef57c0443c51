package dev.twinwatch.engine.explanation;

import dev.twinwatch.engine.features.Window;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How often the values of a category are used: in the references by weight, and in one window. */
final class ValueUse {
    private final int field;
    private final Habits habits;
    /** In the order of the newest event that has it. */
    private final Map<Long, Double> weights = new LinkedHashMap<>();

    private double all;

    ValueUse(Habits habits, int field) {
        this.habits = habits;
        this.field = field;
        for (Habits.Done event : habits.events()) {
            weights.merge(event.window().category(event.at(), field), event.weight(), Double::sum);
            all += event.weight();
        }
    }

    /** The newest event that has the most frequent value. */
    Optional<Habits.Done> typical() {
        return weights.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .flatMap(most -> habits.events().stream()
                        .filter(event -> event.window().category(event.at(), field) == most.getKey())
                        .findFirst());
    }

    /** Values that no reference has, else the one that is used most beyond what is usual. */
    Aspect.Account account(String feature, Window window, List<Integer> leading) {
        Map<Long, Integer> now = new HashMap<>();
        int unknown = 0;
        for (int i = 0; i < window.events(); i++) {
            now.merge(window.category(i, field), 1, Integer::sum);
            unknown += weights.containsKey(window.category(i, field)) ? 0 : 1;
        }
        return unknown > 0
                ? ofUnknown(feature, window, unknown, leading)
                : ofTooFrequent(feature, window, now, leading);
    }

    private Aspect.Account ofUnknown(String feature, Window window, int events, List<Integer> leading) {
        String observed = events + " of the last " + window.events() + " events";
        String words = feature + ": values in " + observed + " that none of the "
                + habits.windows().size() + " known windows has";
        return new Aspect.Account(
                feature,
                words,
                observed,
                "none",
                leading.stream()
                        .filter(i -> !weights.containsKey(window.category(i, field)))
                        .toList());
    }

    private Aspect.Account ofTooFrequent(String feature, Window window, Map<Long, Integer> now, List<Integer> leading) {
        long most = 0;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < window.events(); i++) {
            long value = window.category(i, field);
            double beyond = now.getOrDefault(value, 0) - usually(value, window.events());
            if (beyond > largest) {
                largest = beyond;
                most = value;
            }
        }
        long value = most;
        return Aspect.Account.against(
                feature,
                "one value in " + now.getOrDefault(value, 0) + " of the last " + window.events() + " events",
                Figures.number(Math.rint(usually(value, window.events()))) + " of " + window.events(),
                leading.stream().filter(i -> window.category(i, field) == value).toList());
    }

    /** Of so many events. */
    private double usually(long value, int events) {
        return weights.getOrDefault(value, 0.0) / all * events;
    }
}
