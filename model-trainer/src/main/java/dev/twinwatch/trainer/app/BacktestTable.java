package dev.twinwatch.trainer.app;

import dev.twinwatch.trainer.backtest.BacktestResult;
import dev.twinwatch.trainer.backtest.Summary;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/** The figures of one backtest, or of two side by side. */
final class BacktestTable {
    private static final double SECONDS_PER_DAY = 86_400;
    private static final String NOTHING = "-";

    private final PrintWriter out;
    private final List<BacktestResult> results;
    private final List<Summary> summaries;

    BacktestTable(PrintWriter out, List<BacktestResult> results, List<Summary> summaries) {
        this.out = out;
        this.results = results;
        this.summaries = summaries;
    }

    void print() {
        out.println();
        if (results.size() > 1) {
            line("", results, result -> result.contestant().name());
        }
        line("events", results, r -> String.format(Locale.ROOT, "%,d", r.events()));
        line("  scored", results, r -> String.format(Locale.ROOT, "%,d", outcome(r, "SCORED")));
        line("  learning", results, r -> String.format(Locale.ROOT, "%,d", outcome(r, "LEARNING")));
        line("  late, duplicate", results, r -> outcome(r, "LATE") + ", " + outcome(r, "DUPLICATE"));
        line(
                "limit",
                results,
                r -> number(OptionalDouble.of(r.contestant().model().limit())));
        line("alerts", summaries, s -> String.format(Locale.ROOT, "%,d", s.alerts()));
        line("  a day", summaries, s -> number(s.alertsPerDay()));
        line("  budget a day", summaries, s -> number(s.budgetPerDay()));
        if (results.get(0).truth().given()) {
            line("takeovers", summaries, s -> whole(s.takeovers()));
            line("  caught", summaries, s -> whole(s.caught()));
            line("  recall", summaries, s -> number(s.recall()));
            line("  after, events", summaries, s -> middle(s.delayEvents(), value -> number(OptionalDouble.of(value))));
            line("  after, time", summaries, s -> middle(s.delayDays(), BacktestTable::duration));
            line("false alerts", summaries, s -> whole(s.falseAlerts()));
            line("late alerts", summaries, s -> whole(s.lateAlerts()));
            line("precision", summaries, s -> number(s.precision()));
        }
        line("events/s", summaries, s -> String.format(Locale.ROOT, "%,.0f", s.eventsPerSecond()));
    }

    private <T> void line(String name, List<T> of, Function<T, String> cell) {
        StringBuilder line = new StringBuilder(String.format("  %-17s", name));
        of.forEach(one -> line.append("  ").append(String.format(Locale.ROOT, "%-30s", cell.apply(one))));
        out.println(line.toString().stripTrailing());
    }

    private static long outcome(BacktestResult result, String code) {
        return result.outcomes().getOrDefault(code, 0L);
    }

    private static String whole(OptionalLong value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%,d", value.getAsLong()) : NOTHING;
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%,.2f", value.getAsDouble()) : NOTHING;
    }

    private static String middle(Summary.Middle middle, Function<Double, String> words) {
        return middle.median().isEmpty()
                ? NOTHING
                : words.apply(middle.median().getAsDouble()) + " (median), "
                        + words.apply(middle.p90().orElseThrow()) + " (90 %)";
    }

    private static String duration(double days) {
        double seconds = days * SECONDS_PER_DAY;
        return seconds < 120
                ? String.format(Locale.ROOT, "%.0f s", seconds)
                : seconds < 7_200
                        ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
                        : days < 2
                                ? String.format(Locale.ROOT, "%.1f h", seconds / 3_600)
                                : String.format(Locale.ROOT, "%.1f days", days);
    }
}
