package dev.twinwatch.trainer.history;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import java.util.List;

/** Where the events of one entity are. */
interface EntityEvents {
    /** How many. */
    int size();

    /** Some of them, loaded for the caller; {@code to} is excluded. */
    List<Event> load(String entity, int from, int to);

    /** The same as rows. */
    EntityRows rows(Layout layout);
}
