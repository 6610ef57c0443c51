package dev.twinwatch.trainer.inspection;

import dev.twinwatch.engine.watch.FeatureKind;
import dev.twinwatch.engine.watch.FeatureSpec;
import dev.twinwatch.engine.watch.Scale;
import java.util.ArrayList;
import java.util.List;

/** A column whose values are names of things: an embedding, and whether one is new where there are enough to be new. */
final class CategoryChoice {
    private static final int LEAST_BUCKETS = 16;
    private static final int MOST_BUCKETS = 4_096;
    /** With fewer values nearly everybody has had all of them. */
    private static final int LEAST_FOR_NOVELTY = 8;

    private static final double MOSTLY_RETURNS = .5;

    private final Column column;
    private final Habit habit;

    CategoryChoice(Column column, Habit habit) {
        this.column = column;
        this.habit = habit;
    }

    Decision decision(String entity, String before) {
        long values = column.distinct();
        List<FeatureSpec> features = new ArrayList<>();
        String name = column.name().hyphenated();
        features.add(new FeatureSpec(name, FeatureKind.CATEGORY, column.path(), Scale.NONE, buckets(values)));
        String why = before + Words.number(values) + (values == 1 ? " value" : " values") + " such as "
                + Words.list(column.examples(3));
        if (values >= LEAST_FOR_NOVELTY && habit.returning() >= MOSTLY_RETURNS) {
            features.add(FeatureSpec.of("new-" + name, FeatureKind.NOVELTY, column.path()));
            why += "; in " + Words.percent(habit.returning()) + " of the events it is one that the same " + entity
                    + " has had before, so that a new one says something";
        }
        return new Decision(column, features, why);
    }

    /** Some times as many rows of the table as values, so that few values share one. */
    private static int buckets(long values) {
        long wanted = Math.max(LEAST_BUCKETS, Math.min(MOST_BUCKETS, 4 * values));
        return Integer.highestOneBit((int) (2 * wanted - 1));
    }
}
