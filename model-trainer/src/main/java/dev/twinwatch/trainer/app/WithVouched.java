package dev.twinwatch.trainer.app;

import dev.twinwatch.engine.features.Window;
import dev.twinwatch.trainer.training.TrainingWindows;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Windows of entities, and beside them once more those that people called legitimate: they are drawn more often as alike to the others
 * of their entity, since they are what a model took for somebody else.
 *
 * @param own of each entity
 * @param vouched of each entity, in the same order
 */
record WithVouched(TrainingWindows own, List<List<Window>> vouched) implements TrainingWindows {
    WithVouched {
        vouched = vouched.stream().map(List::copyOf).toList();
    }

    @Override
    public int entities() {
        return own.entities();
    }

    @Override
    public int count(int entity) {
        return own.count(entity) + vouched.get(entity).size();
    }

    @Override
    public Window window(int entity, int index) {
        int beyond = index - own.count(entity);
        return beyond < 0 ? own.window(entity, index) : vouched.get(entity).get(beyond);
    }

    @Override
    public Window slice(int entity, int index, RandomGenerator random) {
        return index < own.count(entity) ? own.slice(entity, index, random) : window(entity, index);
    }
}
