package dev.twinwatch.engine.explanation;

import dev.twinwatch.engine.features.AlteredWindow;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.watch.FeatureSpec;
import java.util.List;
import java.util.Optional;

/** The pause since the previous event of the sequence. */
final class PauseAspect implements Aspect {
    private final int arrival;
    private final Quantity quantity;

    PauseAspect(Layout layout, FeatureSpec feature) {
        this.arrival = layout.arrivals().indexOf(feature);
        this.quantity = new Quantity(
                feature.name(),
                (window, i) -> window.arrival(i, arrival),
                layout.watch().hasCalendar() ? Figures::pause : Figures::positions);
    }

    @Override
    public void putBack(AlteredWindow copy, int i, Window other, int j) {
        copy.arrival(i, arrival, other.arrival(j, arrival));
    }

    @Override
    public Optional<Habits.Done> typical(Habits habits) {
        return quantity.usual(habits).typical();
    }

    @Override
    public Account account(Window window, Habits habits, List<Integer> leading) {
        return quantity.account(window, habits, leading);
    }
}
