package dev.twinwatch.engine.explanation;

import dev.twinwatch.engine.features.AlteredWindow;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.watch.FeatureSpec;
import java.util.List;
import java.util.Optional;

/** Frauds that people confirmed for the value of a field; what counts is what was known when the newest event came. */
final class FraudsAspect implements Aspect {
    private final String feature;
    private final int number;

    FraudsAspect(Layout layout, FeatureSpec feature) {
        this.feature = feature.name();
        this.number = layout.arrivals().indexOf(feature);
    }

    /** Most values never had one. */
    @Override
    public void putBack(AlteredWindow copy, int i, Window other, int j) {
        for (int a = 0; a < Layout.CONFIRMED_VALUES; a++) {
            copy.arrival(i, number + a, 0);
        }
    }

    @Override
    public Optional<Habits.Done> typical(Habits habits) {
        return habits.events().stream().findFirst();
    }

    @Override
    public List<Integer> facts(Window window, Habits habits) {
        return frauds(window) > 0 ? List.of(window.events() - 1) : List.of();
    }

    @Override
    public Account account(Window window, Habits habits, List<Integer> leading) {
        long frauds = frauds(window);
        String observed = frauds + (frauds == 1 ? " confirmed fraud" : " confirmed frauds");
        return new Account(
                feature, feature + ": " + observed + " with the same value not long ago", observed, "none", leading);
    }

    private long frauds(Window window) {
        return Math.round(Math.expm1(window.arrival(window.events() - 1, number)));
    }
}
