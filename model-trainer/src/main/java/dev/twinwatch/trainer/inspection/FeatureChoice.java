package dev.twinwatch.trainer.inspection;

import java.util.Locale;
import java.util.Optional;

/** Decides by values, name and habit what one column is good for. */
final class FeatureChoice {
    private static final int MOST_CLASSES = 20;
    private static final double NEARLY_ALL = .99;
    private static final double ALWAYS_THERE = .98;
    private static final double FREE_TEXT = 60;
    private static final double SELDOM_RETURNS = .2;

    private final String entity;
    private final boolean manyNumbers;

    /**
     * For the columns of one source.
     *
     * @param entity the column that names who acts
     * @param manyNumbers whether there are so many numbers that one feature for each must do
     */
    FeatureChoice(String entity, boolean manyNumbers) {
        this.entity = Words.clean(entity);
        this.manyNumbers = manyNumbers;
    }

    Decision of(Column column, Habit habit, long rows) {
        Optional<String> useless = useless(column, habit, rows);
        if (useless.isPresent()) {
            return Decision.leftOut(column, useless.get());
        }
        if (column.numeric() >= NEARLY_ALL) {
            return isCode(column)
                    ? category(column, habit, "its numbers are names of things, not amounts; ")
                    : new NumberChoice(column, habit, manyNumbers).decision(entity);
        }
        return textOrMixture(column, habit);
    }

    /** What says nothing, or says what is to be found out, or what stands for the entity. */
    private Optional<String> useless(Column column, Habit habit, long rows) {
        if (column.present() == 0) {
            return Optional.of("has no values");
        }
        if (isLabel(column)) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "looks like a label (%s): what is to be found out must not be an input",
                    Words.list(column.examples(3))));
        }
        if (column.distinct() == 1 && column.present() == rows) {
            return Optional.of("is always " + Words.quoted(column.examples(1).get(0)));
        }
        if (column.share(Form.FOREIGN_TIME) >= .8) {
            return Optional.of(
                    "holds dates or times in a form that cannot be read (" + Words.list(column.examples(1)) + ")");
        }
        if (TimeChoice.of(column).filter(time -> time.score() >= 2).isPresent() || column.share(Form.ISO_TIME) >= .8) {
            return Optional.of("is another time (" + Words.list(column.examples(1)) + ")");
        }
        if (habit.isAttribute() && column.present() >= ALWAYS_THERE * rows) {
            return Optional.of(
                    "is the same in all events of one " + entity + ": it tells who that is, not how it behaves");
        }
        boolean wholeOrText = column.share(Form.WHOLE, Form.TEXT) >= NEARLY_ALL;
        boolean countsUp = column.numeric() == 1 && column.fallShare() == 0;
        if (wholeOrText
                && column.uniqueness() > .95
                && rows > 50
                && (column.name().id() || countsUp || column.numeric() == 0)) {
            return Optional.of("has another value in nearly every row (" + Words.list(column.examples(2)) + ")");
        }
        return Optional.empty();
    }

    static boolean isLabel(Column column) {
        return column.name().label() && column.present() > 0 && column.distinct() <= MOST_CLASSES;
    }

    private static boolean isCode(Column column) {
        boolean whole = column.share(Form.WHOLE) >= NEARLY_ALL;
        return whole
                && (column.distinct() <= 2
                        || column.name().actor() > 0
                        || (column.name().code() && !column.name().money()));
    }

    private Decision textOrMixture(Column column, Habit habit) {
        double written = column.share(Form.WRITTEN_NUMBER);
        if (written >= .02 && written + column.numeric() >= .95) {
            return Decision.leftOut(
                    column,
                    "has numbers such as " + Words.quoted(column.exampleOf(Form.WRITTEN_NUMBER))
                            + ", which cannot be read: write them as 1234.56, without currency and separators");
        }
        if (column.numeric() >= .5 && column.distinct() > MOST_CLASSES) {
            return Decision.leftOut(
                    column,
                    "has numbers, and in " + Words.percent(1 - column.numeric())
                            + " of its rows something else such as " + Words.quoted(notANumber(column))
                            + ": leave those cells empty to use it as a number");
        }
        if (column.meanLength() > FREE_TEXT) {
            return Decision.leftOut(
                    column, "is free text, on average " + Math.round(column.meanLength()) + " characters");
        }
        if (habit.returning() < SELDOM_RETURNS && column.distinct() > MOST_CLASSES) {
            return Decision.leftOut(
                    column,
                    "brings the same " + entity + " a new value in " + Words.percent(1 - habit.returning())
                            + " of its events (" + Words.list(column.examples(2)) + "): there is no habit to learn");
        }
        return category(column, habit, "");
    }

    private static String notANumber(Column column) {
        for (Form form : new Form[] {Form.TEXT, Form.WRITTEN_NUMBER, Form.FLAG, Form.FOREIGN_TIME}) {
            String example = column.exampleOf(form);
            if (!example.isEmpty()) {
                return example;
            }
        }
        return "";
    }

    private Decision category(Column column, Habit habit, String before) {
        return new CategoryChoice(column, habit).decision(entity, before);
    }
}
