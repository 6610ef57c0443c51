package dev.twinwatch.trainer.training;

import dev.twinwatch.engine.features.Window;
import java.util.List;

/** Windows by entity: what training learns from. Entities are dense indices from 0. */
public final class TrainingWindows {
    private final List<List<Window>> byEntity;

    private TrainingWindows(List<List<Window>> byEntity) {
        this.byEntity = byEntity;
    }

    /**
     * The windows of each entity; the lists are copied, the windows are not and must own their bytes.
     *
     * <p>Entities with fewer than two windows can stay in: training leaves them out, but keeps their index.
     */
    public static TrainingWindows of(List<List<Window>> byEntity) {
        return new TrainingWindows(byEntity.stream().map(List::copyOf).toList());
    }

    /** How many entities. */
    public int entities() {
        return byEntity.size();
    }

    /** How many windows an entity has. */
    public int count(int entity) {
        return byEntity.get(entity).size();
    }

    /** One window of an entity. */
    public Window window(int entity, int index) {
        return byEntity.get(entity).get(index);
    }

    /** The windows of one entity. */
    public List<Window> of(int entity) {
        return byEntity.get(entity);
    }
}
