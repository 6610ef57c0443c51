package dev.twinwatch.engine.explanation;

import dev.twinwatch.engine.features.AlteredWindow;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.watch.FeatureKind;
import dev.twinwatch.engine.watch.FeatureSpec;
import java.util.List;
import java.util.Optional;

/** A number field: its value, its change and how far it strays from the entity's usual. */
final class NumberAspect implements Aspect {
    private final int field;
    private final int[] arrivals;
    private final Quantity quantity;

    NumberAspect(Layout layout, String field) {
        this.field = layout.numbers().indexOf(field);
        this.arrivals = layout.arrivalsOf(feature -> feature.field().equals(field) && isOfNumbers(feature));
        String name = layout.watch().features().stream()
                .filter(feature -> feature.field().equals(field) && isOfNumbers(feature))
                .findFirst()
                .orElseThrow()
                .name();
        this.quantity = new Quantity(name, (window, i) -> window.number(i, this.field), Figures::number);
    }

    static boolean isOfNumbers(FeatureSpec feature) {
        return feature.kind() == FeatureKind.NUMBER
                || feature.kind() == FeatureKind.CHANGE
                || feature.kind() == FeatureKind.RELATIVE;
    }

    @Override
    public void putBack(AlteredWindow copy, int i, Window other, int j) {
        copy.number(i, field, other.number(j, field));
        for (int arrival : arrivals) {
            copy.arrival(i, arrival, other.arrival(j, arrival));
        }
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
