package dev.twinwatch.trainer.backtest;

import dev.twinwatch.engine.watch.Budget;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;

/**
 * A backtest in figures; what cannot be said, since there is nothing to divide by or no label, is empty.
 *
 * @param events decided
 * @param alerts stories that opened
 * @param alertsPerDay of event time
 * @param budgetPerDay the budget of the rule on these events; empty for a fixed limit
 * @param takeovers that labels tell of
 * @param caught of them: an alert opened at one of their events
 * @param falseAlerts opened outside of takeovers and of the window after them
 * @param lateAlerts opened within a window after a takeover: neither right nor false
 * @param precision right alerts among those that are right or false, 0 to 1
 * @param recall takeovers caught, 0 to 1
 * @param delayEvents at which event a takeover was caught, from 1
 * @param delayDays time from its first event to that one
 * @param eventsPerSecond decided
 */
public record Summary(
        long events,
        long alerts,
        OptionalDouble alertsPerDay,
        OptionalDouble budgetPerDay,
        OptionalLong takeovers,
        OptionalLong caught,
        OptionalLong falseAlerts,
        OptionalLong lateAlerts,
        OptionalDouble precision,
        OptionalDouble recall,
        Middle delayEvents,
        Middle delayDays,
        double eventsPerSecond) {
    private static final double MICROS_PER_DAY = 86_400e6;

    /** The median of some values, and the least one that nine in ten do not exceed; empty of none. */
    public record Middle(OptionalDouble median, OptionalDouble p90) {
        static Middle of(DoubleStream values) {
            double[] sorted = values.sorted().toArray();
            int count = sorted.length;
            if (count == 0) {
                return new Middle(OptionalDouble.empty(), OptionalDouble.empty());
            }
            return new Middle(
                    OptionalDouble.of((sorted[(count - 1) / 2] + sorted[count / 2]) / 2),
                    OptionalDouble.of(sorted[(int) Math.ceil(.9 * count) - 1]));
        }
    }

    /** The figures of a backtest. */
    public static Summary of(BacktestResult result) {
        int alerts = result.stories().size();
        BacktestResult.ByLabels truth = result.truth();
        int right = count(result, Finding.Right.class);
        int wrong = count(result, Finding.Wrong.class);
        List<Takeover> caught = new ArrayList<>();
        for (Takeover takeover : truth.takeovers()) {
            if (takeover.caughtAt().isPresent()) {
                caught.add(takeover);
            }
        }
        return new Summary(
                result.events(),
                alerts,
                share(alerts, result.days()),
                budgetPerDay(result),
                ofLabels(truth, truth.takeovers().size()),
                ofLabels(truth, caught.size()),
                ofLabels(truth, wrong),
                ofLabels(truth, count(result, Finding.Late.class)),
                truth.given() ? share(right, OptionalDouble.of(right + wrong)) : OptionalDouble.empty(),
                share(caught.size(), OptionalDouble.of(truth.takeovers().size())),
                Middle.of(caught.stream().mapToDouble(t -> t.caughtAt().orElseThrow())),
                Middle.of(caught.stream()
                        .flatMapToLong(t -> t.caughtAfter().stream())
                        .mapToDouble(micros -> micros / MICROS_PER_DAY)),
                result.events() / result.seconds());
    }

    private static int count(BacktestResult result, Class<? extends Finding> kind) {
        return (int) result.stories().stream()
                .filter(story -> story.finding().filter(kind::isInstance).isPresent())
                .count();
    }

    private static OptionalLong ofLabels(BacktestResult.ByLabels truth, long value) {
        return truth.given() ? OptionalLong.of(value) : OptionalLong.empty();
    }

    private static OptionalDouble budgetPerDay(BacktestResult result) {
        Contestant contestant = result.contestant();
        Budget budget = contestant.rule().budget();
        if (contestant.rule().limit().isPresent() || result.days().isEmpty()) {
            return OptionalDouble.empty();
        }
        return switch (budget.per()) {
            case EVENT -> share(budget.alerts() * result.events(), result.days());
            case DAY -> OptionalDouble.of(budget.alerts());
            case ENTITY_A_DAY ->
                contestant.rates().isPresent()
                        ? OptionalDouble.of(
                                budget.alerts() * contestant.rates().get().entitiesPerDay())
                        : OptionalDouble.empty();
        };
    }

    private static OptionalDouble share(double of, OptionalDouble by) {
        return by.isPresent() && by.getAsDouble() > 0
                ? OptionalDouble.of(of / by.getAsDouble())
                : OptionalDouble.empty();
    }
}
