package dev.twinwatch.trainer.inspection;

import dev.twinwatch.engine.watch.TimeField;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which column says when an event happened, and in which unit.
 *
 * @param column the column
 * @param unit as the watch calls it
 * @param since1970 whether its values are points on the calendar and not counted from a start that nobody named
 * @param why what gave it away
 * @param score how sure that is, to be compared only
 */
record TimeChoice(Column column, TimeField.Unit unit, boolean since1970, String why, double score) {
    /** Numbers from there to there are seconds from 2000 to 2100. */
    private static final double YEAR_2000 = 946_684_800;

    private static final double YEAR_2100 = 4_102_444_800.0;
    private static final double NEARLY_ALL = .95;
    private static final double MOST_FALLS = .05;

    /** The best of all columns, if any will do. */
    static Optional<TimeChoice> among(List<Column> columns) {
        return columns.stream()
                .flatMap(column -> of(column).stream())
                .max(Comparator.comparingDouble(TimeChoice::score)
                        .thenComparing(choice -> choice.column().name().time())
                        .thenComparing(choice -> -choice.column().fallShare()));
    }

    /** A column that a person named; throws IllegalArgumentException where no unit reads its values. */
    static TimeChoice named(Column column) {
        return of(column).or(() -> ordinal(column, "you named it", 0)).orElseThrow(() -> {
            List<String> examples = column.examples(1);
            return new IllegalArgumentException(
                    "--time " + column.path() + " holds no times that can be read, for example "
                            + (examples.isEmpty() ? "nothing" : Words.quoted(examples.get(0)))
                            + ": write 2026-01-31T12:00:00Z, or seconds or milliseconds since 1970");
        });
    }

    /** What the column could be as a time. */
    static Optional<TimeChoice> of(Column column) {
        if (column.share(Form.ISO_TIME) >= NEARLY_ALL) {
            return Optional.of(iso(column));
        }
        if (column.numeric() < NEARLY_ALL || column.numbers().least() < 0) {
            return Optional.empty();
        }
        return sinceEpoch(column)
                .or(() -> sinceSomeStart(column))
                .or(() -> column.name().order() && column.fallShare() < MOST_FALLS
                        ? ordinal(column, "its name says that it counts the events, and it rises from row to row", 1)
                        : Optional.empty());
    }

    private static TimeChoice iso(Column column) {
        String example = "times such as " + column.exampleOf(Form.ISO_TIME).strip();
        String zone = column.withoutZone() == 0
                ? ""
                : column.withoutZone() == column.count(Form.ISO_TIME)
                        ? "; they name no zone and count as UTC"
                        : "; some name no zone and count as UTC";
        return new TimeChoice(
                column,
                TimeField.Unit.ISO8601,
                true,
                example + zone,
                column.name().time() ? 4 : 3);
    }

    private static Optional<TimeChoice> sinceEpoch(Column column) {
        boolean hint = column.name().time() || (column.fallShare() < MOST_FALLS && column.uniqueness() > .1);
        double[] ends = column.numbers().quantiles(.01, .99);
        double factor = 1;
        for (TimeField.Unit unit : List.of(TimeField.Unit.SECONDS, TimeField.Unit.MILLIS, TimeField.Unit.MICROS)) {
            if (hint && ends[0] >= YEAR_2000 * factor && ends[1] <= YEAR_2100 * factor) {
                String why = "its values are " + Words.unit(unit) + " since 1970";
                return Optional.of(
                        new TimeChoice(column, unit, true, why, column.name().time() ? 4 : 3));
            }
            factor *= 1_000;
        }
        return Optional.empty();
    }

    private static Optional<TimeChoice> sinceSomeStart(Column column) {
        boolean unitNamed = column.name().inSeconds() || column.name().inMillis();
        if (!column.name().clock() || !(unitNamed || column.fallShare() < MOST_FALLS) || column.tieShare() > .9) {
            return Optional.empty();
        }
        TimeField.Unit unit = column.name().inMillis() ? TimeField.Unit.MILLIS : TimeField.Unit.SECONDS;
        String why = "its name says that it is a time, but its values (median "
                + Words.number(column.numbers().median()) + ") are too small for " + Words.unit(unit)
                + " since 1970: they are taken as " + Words.unit(unit) + " since some other start";
        return Optional.of(new TimeChoice(column, unit, false, why, 2));
    }

    private static Optional<TimeChoice> ordinal(Column column, String why, double score) {
        return column.share(Form.WHOLE) >= NEARLY_ALL && column.tieShare() < .5
                ? Optional.of(new TimeChoice(column, TimeField.Unit.ORDINAL, false, why, score))
                : Optional.empty();
    }

    boolean hasCalendar() {
        return unit != TimeField.Unit.ORDINAL;
    }
}
