package dev.twinwatch.engine.explanation;

import dev.twinwatch.engine.features.AlteredWindow;
import dev.twinwatch.engine.features.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The time of day, in UTC. */
final class HourAspect implements Aspect {
    static final long DAY = 86_400_000_000L;

    private final String feature;

    HourAspect(String feature) {
        this.feature = feature;
    }

    private static long timeOfDay(Window window, int i) {
        return Math.floorMod(window.time(i), DAY);
    }

    /** The day stays. */
    @Override
    public void putBack(AlteredWindow copy, int i, Window other, int j) {
        long time = copy.window().time(i);
        copy.time(i, time - Math.floorMod(time, DAY) + timeOfDay(other, j));
    }

    @Override
    public Optional<Habits.Done> typical(Habits habits) {
        return habits.events().isEmpty()
                ? Optional.empty()
                : Optional.of(usual(habits).middle());
    }

    private static DayArc usual(Habits habits) {
        return DayArc.of(habits.events(), event -> timeOfDay(event.window(), event.at()));
    }

    @Override
    public Account account(Window window, Habits habits, List<Integer> leading) {
        DayArc usual = usual(habits);
        List<Integer> outside = leading.stream()
                .filter(i -> !usual.holds(timeOfDay(window, i)))
                .sorted()
                .toList();
        if (!outside.isEmpty()) {
            List<String> times = outside.stream()
                    .map(i -> Figures.clock(timeOfDay(window, i)))
                    .distinct()
                    .toList();
            return Account.against(feature, Listing.of(times) + " UTC", usual.words(), outside);
        }
        List<Habits.Done> own = new ArrayList<>();
        for (int i = 0; i < window.events(); i++) {
            own.add(new Habits.Done(window, i, 1));
        }
        DayArc now = DayArc.of(own, event -> timeOfDay(event.window(), event.at()));
        return new Account(
                feature,
                feature + ": mostly " + now.words() + " UTC in the last " + window.events() + " events where "
                        + usual.words() + " is usual",
                now.words() + " UTC",
                usual.words(),
                leading);
    }
}
