package dev.twinwatch.trainer.training;

import dev.twinwatch.engine.features.Window;
import java.util.List;
import java.util.random.RandomGenerator;

/** Windows that are held in memory. */
record ListedWindows(List<List<Window>> byEntity) implements TrainingWindows {
    @Override
    public int entities() {
        return byEntity.size();
    }

    @Override
    public int count(int entity) {
        return byEntity.get(entity).size();
    }

    @Override
    public Window window(int entity, int index) {
        return byEntity.get(entity).get(index);
    }

    @Override
    public Window slice(int entity, int index, RandomGenerator random) {
        return window(entity, index);
    }
}
