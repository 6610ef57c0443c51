package dev.twinwatch.trainer.inspection;

import dev.twinwatch.engine.watch.FeatureKind;
import dev.twinwatch.engine.watch.FeatureSpec;
import dev.twinwatch.engine.watch.Scale;
import java.util.ArrayList;
import java.util.List;

/** A column of amounts: its value, its steps, and how unusual it is for the one who acts; each on the scale that fits. */
final class NumberChoice {
    private static final double WIDE = 10;
    private static final double WIDE_FOR_MONEY = 3;
    private static final double NEARLY_ALWAYS = .98;
    private static final double GLIDES = .3;
    private static final double OWN_LEVEL = .1;

    private final Column column;
    private final Habit habit;
    private final boolean valueAlone;
    private final double[] quantiles;

    NumberChoice(Column column, Habit habit, boolean valueAlone) {
        this.column = column;
        this.habit = habit;
        this.valueAlone = valueAlone;
        this.quantiles = column.numbers().quantiles(.01, .25, .5, .75, .99);
    }

    Decision decision(String entity) {
        String range = "half of its values lie in " + Words.number(quantiles[1]) + " to " + Words.number(quantiles[3])
                + ", the largest is " + Words.number(column.numbers().most());
        if (habit.rising() >= NEARLY_ALWAYS && habit.changing() > .1) {
            return new Decision(
                    column,
                    List.of(feature("step-" + column.name().hyphenated(), FeatureKind.CHANGE, Scale.LOG)),
                    "it only rises for one " + entity + ", so that its steps count and not its height; " + range);
        }
        Scale scale = scale();
        List<FeatureSpec> features = new ArrayList<>();
        features.add(feature(column.name().hyphenated(), FeatureKind.NUMBER, scale));
        StringBuilder why = new StringBuilder(range).append(scaleWords(scale));
        if (!valueAlone && (habit.ownLevel() >= OWN_LEVEL || column.name().money())) {
            features.add(feature(
                    "usual-" + column.name().hyphenated(),
                    FeatureKind.RELATIVE,
                    scale == Scale.RANK ? Scale.LOG : scale));
            why.append("; each ")
                    .append(entity)
                    .append(" has a level of its own (")
                    .append(Words.percent(habit.ownLevel()))
                    .append(" of the variance), to which `relative` compares");
        }
        if (!valueAlone && habit.roughness() < GLIDES) {
            features.add(feature(
                    "step-" + column.name().hyphenated(), FeatureKind.CHANGE, scale == Scale.RANK ? Scale.LOG : scale));
            why.append("; it glides from event to event, so that a leap says something");
        }
        return new Decision(column, features, why.toString());
    }

    private FeatureSpec feature(String name, FeatureKind kind, Scale scale) {
        return FeatureSpec.of(name, kind, column.path()).scaled(scale);
    }

    /** Logarithms for what spans factors, ranks for tails on both sides of zero that even these leave wild. */
    private Scale scale() {
        double low = quantiles[1];
        double middle = quantiles[2];
        double high = quantiles[4];
        if (column.numbers().least() >= 0) {
            double typical = middle > 0 ? middle : quantiles[3];
            boolean wide =
                    typical == 0 ? high > 1 : high / typical >= (column.name().money() ? WIDE_FOR_MONEY : WIDE);
            // Below 1 the logarithm of one plus the value is nearly the value itself
            return !wide ? Scale.NONE : high > 1 ? Scale.LOG : Scale.RANK;
        }
        double core = quantiles[3] - low;
        boolean wild = core == 0 || (high - quantiles[0]) / core > WIDE;
        return wild ? Scale.RANK : Scale.NONE;
    }

    private static String scaleWords(Scale scale) {
        return switch (scale) {
            case NONE -> "";
            case LOG -> ": it spans factors, hence `log`";
            case RANK -> ": a few are far from all others, hence `rank`";
        };
    }
}
