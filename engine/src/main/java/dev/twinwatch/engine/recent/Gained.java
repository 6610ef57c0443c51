package dev.twinwatch.engine.recent;

import dev.twinwatch.engine.features.Layout;
import java.util.Set;

/**
 * What older events of an entity lack, since the watch gained fields after they came.
 *
 * @param from running number of the first event that has the gained values
 * @param places of these values in a slot, as {@link Layout#places()} counts them
 */
public record Gained(long from, Set<Integer> places) {
    /** All events have all values. */
    public static final Gained NOTHING = new Gained(1, Set.of());

    public Gained {
        places = Set.copyOf(places);
    }

    /** The same for a model, which misses nothing where none of its features reads what was gained. */
    public Gained readBy(Layout model) {
        return model.featuresOf(places).isEmpty() ? NOTHING : this;
    }

    /** Whether any event lacks something. */
    public boolean isNothing() {
        return places.isEmpty();
    }
}
