package dev.twinwatch.trainer.inspection;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Whose behaviour is learned.
 *
 * @param column the column that names them
 * @param why what gave it away
 * @param others columns that would do as well, best first
 */
record EntityChoice(Column column, String why, List<Column> others) {
    private static final int LEAST_EVENTS = 4;
    private static final int SHOWN = 3;

    EntityChoice {
        others = List.copyOf(others);
    }

    /** The best candidate; throws IllegalArgumentException where there is none. */
    static EntityChoice among(Columns columns, List<Column> left) {
        List<Column> candidates = left.stream()
                .filter(column -> couldBe(column, columns.rows()))
                .sorted(Comparator.comparingDouble(EntityChoice::score).reversed())
                .toList();
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("none of the columns " + String.join(", ", columns.paths())
                    + " names who acts: one is needed that holds a text or a whole number in nearly every row, at least 2"
                    + " different ones and each in " + LEAST_EVENTS
                    + " rows or more on average; if there is one, say which with --entity COLUMN");
        }
        Column best = candidates.get(0);
        String why = best.name().actor() > 0
                ? "its name says who acts"
                : "no column is called after who acts (customer, user, account ...), and this one has many values that"
                        + " come again and again";
        List<Column> others = candidates.stream()
                .skip(1)
                .filter(column -> !column.name().session() && !column.name().order())
                .limit(SHOWN)
                .toList();
        return new EntityChoice(best, why, others);
    }

    private static boolean couldBe(Column column, long rows) {
        double whoCanBeRead = column.share(Form.TEXT, Form.WHOLE) * column.present() / rows;
        return whoCanBeRead >= .9
                && column.distinct() >= 2
                && column.meanLength() <= 100
                && eventsEach(column) >= LEAST_EVENTS
                && !column.name().label()
                && !column.name().money();
    }

    static double eventsEach(Column column) {
        return column.present() / (double) Math.max(1, column.distinct());
    }

    /** The name counts most; then that there are many of them, each often enough to be known. */
    private static double score(Column column) {
        double shape = (eventsEach(column) >= 20 ? 1 : eventsEach(column) >= 8 ? .5 : 0)
                + (column.distinct() >= 30 ? 1 : column.distinct() >= 8 ? .5 : 0);
        double hint = column.name().actor() == 0 ? 0 : 2 + 2 * column.name().actor();
        return hint + (column.name().id() ? .5 : 0) + shape + Math.log10((double) column.distinct()) / 100;
    }

    /** As a sentence of a comment. */
    static String words(Column column) {
        return String.format(
                Locale.ROOT,
                "%s (%s values, %s events each)",
                Words.clean(column.path()),
                Words.number(column.distinct()),
                Words.number(Math.round(eventsEach(column))));
    }
}
