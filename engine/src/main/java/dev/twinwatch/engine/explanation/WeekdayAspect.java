package dev.twinwatch.engine.explanation;

import dev.twinwatch.engine.features.AlteredWindow;
import dev.twinwatch.engine.features.Window;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The day of the week, in UTC. */
final class WeekdayAspect implements Aspect {
    private static final int DAYS = 7;
    /** 1970-01-01 was a Thursday; weeks begin on Monday. */
    private static final int THURSDAY = 3;

    private final String feature;

    WeekdayAspect(String feature) {
        this.feature = feature;
    }

    private static int day(Window window, int i) {
        return (int) Math.floorMod(Math.floorDiv(window.time(i), HourAspect.DAY) + THURSDAY, (long) DAYS);
    }

    /** The time of day and the week stay. */
    @Override
    public void putBack(AlteredWindow copy, int i, Window other, int j) {
        Window now = copy.window();
        copy.time(i, now.time(i) + (day(other, j) - day(now, i)) * HourAspect.DAY);
    }

    @Override
    public Optional<Habits.Done> typical(Habits habits) {
        double[] shares = shares(habits);
        int most = 0;
        for (int d = 1; d < DAYS; d++) {
            most = shares[d] > shares[most] ? d : most;
        }
        int day = most;
        return habits.events().stream()
                .filter(event -> day(event.window(), event.at()) == day)
                .findFirst();
    }

    private static double[] shares(Habits habits) {
        double[] shares = new double[DAYS];
        double all = 0;
        for (Habits.Done event : habits.events()) {
            shares[day(event.window(), event.at())] += event.weight();
            all += event.weight();
        }
        for (int d = 0; d < DAYS; d++) {
            shares[d] /= all;
        }
        return shares;
    }

    /** The day that most exceeds its usual share. */
    @Override
    public Account account(Window window, Habits habits, List<Integer> leading) {
        double[] usual = shares(habits);
        int[] counts = new int[DAYS];
        for (int i = 0; i < window.events(); i++) {
            counts[day(window, i)]++;
        }
        int most = 0;
        for (int d = 1; d < DAYS; d++) {
            if (counts[d] - usual[d] * window.events() > counts[most] - usual[most] * window.events()) {
                most = d;
            }
        }
        int day = most;
        String name = DayOfWeek.of(day + 1).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        String of = " of " + window.events();
        return Account.against(
                feature,
                counts[day] + of + " events on " + name,
                Figures.number(Math.rint(usual[day] * window.events())) + of,
                leading.stream().filter(i -> day(window, i) == day).toList());
    }
}
