package dev.twinwatch.trainer.inspection;

import dev.twinwatch.engine.features.Hash64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts one column along the events of each entity. */
final class HabitCount {
    private static final int REMEMBERED_VALUES = 512;

    private final Map<String, Past> byEntity = new HashMap<>();
    private final Spread all = new Spread();
    private long steps;
    private long changes;
    private long returns;
    private long numberSteps;
    private long rises;
    private double leaps;

    void add(String entity, Object value) {
        Past past = byEntity.computeIfAbsent(entity, e -> new Past());
        String text = value.toString();
        long hash = Hash64.of(text);
        if (past.last != 0) {
            steps++;
            changes += hash == past.last ? 0 : 1;
            returns += hash == past.last || past.values.contains(hash) ? 1 : 0;
        }
        past.last = hash;
        if (past.values.size() < REMEMBERED_VALUES) {
            past.values.add(hash);
        }
        if (Form.of(value).isNumber()) {
            // Amounts of people differ by factors, so that their levels show on a logarithmic scale
            double number = Double.parseDouble(text);
            double bent = Math.signum(number) * Math.log1p(Math.abs(number));
            if (past.spread.count > 0) {
                numberSteps++;
                rises += number >= past.number ? 1 : 0;
                leaps += (bent - past.bent) * (bent - past.bent);
            }
            past.number = number;
            past.bent = bent;
            past.spread.add(bent);
            all.add(bent);
        }
    }

    Habit habit() {
        if (steps == 0) {
            return Habit.NONE;
        }
        double squares =
                byEntity.values().stream().mapToDouble(p -> p.spread.squares).sum();
        double freedom = byEntity.values().stream()
                .mapToDouble(p -> Math.max(0, p.spread.count - 1))
                .sum();
        double within = freedom == 0 ? 0 : squares / freedom;
        double total = all.count < 2 ? 0 : all.squares / (all.count - 1);
        return new Habit(
                changes / (double) steps,
                returns / (double) steps,
                (steps + byEntity.size()) / (double) (changes + byEntity.size()),
                total == 0 ? 0 : Math.max(0, 1 - within / total),
                within == 0 || numberSteps == 0 ? 1 : leaps / numberSteps / (2 * within),
                numberSteps == 0 ? 0 : rises / (double) numberSteps);
    }

    private static final class Past {
        private final Set<Long> values = new HashSet<>();
        private final Spread spread = new Spread();
        private long last;
        private double number;
        private double bent;
    }

    /** Welford's way to a variance. */
    private static final class Spread {
        private long count;
        private double mean;
        private double squares;

        void add(double value) {
            count++;
            double off = value - mean;
            mean += off / count;
            squares += off * (value - mean);
        }
    }
}
