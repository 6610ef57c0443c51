package dev.twinwatch.trainer.training;

import dev.twinwatch.engine.features.Window;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Windows by entity: what training learns from. Entities are dense indices from 0, and so are the windows of each.
 *
 * <p>Entities with fewer than two windows can stay in: training leaves them out, but keeps their index.
 */
public interface TrainingWindows {
    /** How many entities. */
    int entities();

    /** How many windows an entity has. */
    int count(int entity);

    /** One window of an entity; it owns its bytes. */
    Window window(int entity, int index);

    /**
     * A window that begins anywhere from where this one begins to where the next one does, as far as its sequence goes on: a
     * random slice of the history. Windows with different indices give different slices.
     */
    Window slice(int entity, int index, RandomGenerator random);

    /** Windows in memory, as they are: nothing is known of what lies between them. The lists are copied, the windows not. */
    static TrainingWindows of(List<List<Window>> byEntity) {
        return new ListedWindows(byEntity.stream().map(List::copyOf).toList());
    }
}
