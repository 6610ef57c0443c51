package dev.twinwatch.trainer.training;

import dev.twinwatch.engine.features.Featurizer;
import dev.twinwatch.engine.features.Inputs;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.network.Encoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Entities that are kept out of trainings, so that these can be compared on them: a third, at most 64. */
final class UnseenEntities {
    private static final int LEAST = 4;
    private static final int MOST = 64;
    private static final int LEAST_WINDOWS = 4;
    private static final int MOST_WINDOWS = 32;

    private final TrainingWindows windows;
    private final List<Integer> entities;

    /** Drawn by {@code random}; none where too few would be left to train or to compare. */
    UnseenEntities(TrainingWindows windows, RandomGenerator random) {
        this.windows = windows;
        int[] fit = IntStream.range(0, windows.entities())
                .filter(e -> windows.count(e) >= LEAST_WINDOWS)
                .toArray();
        Sampling.shuffle(fit, fit.length, random);
        int unseen = fit.length < 2 * LEAST ? 0 : Math.min(MOST, Math.max(LEAST, fit.length / 3));
        entities = IntStream.range(0, unseen).mapToObj(i -> fit[i]).toList();
    }

    boolean isEmpty() {
        return entities.isEmpty();
    }

    /** What is left to train on; these entities keep their index, but have no window. */
    TrainingWindows others() {
        return new Others(windows, Set.copyOf(entities));
    }

    private record Others(TrainingWindows windows, Set<Integer> unseen) implements TrainingWindows {
        @Override
        public int entities() {
            return windows.entities();
        }

        @Override
        public int count(int entity) {
            return unseen.contains(entity) ? 0 : windows.count(entity);
        }

        @Override
        public Window window(int entity, int index) {
            return windows.window(entity, index);
        }

        @Override
        public Window slice(int entity, int index, RandomGenerator random) {
            return windows.slice(entity, index, random);
        }
    }

    /**
     * For each entity the equal error rate of its windows against those of all others, by the cosine to the average of its
     * earlier or later ones.
     */
    double[] errors(Encoder encoder, Featurizer featurizer) {
        List<List<float[]>> embeddings =
                entities.stream().map(e -> embed(e, encoder, featurizer)).toList();
        return EqualErrorRate.againstTheUsual(embeddings);
    }

    /** Of windows spread over the entity's history. */
    private List<float[]> embed(int entity, Encoder encoder, Featurizer featurizer) {
        Inputs inputs = featurizer.newInputs();
        List<float[]> embeddings = new ArrayList<>();
        int own = windows.count(entity);
        int count = Math.min(own, MOST_WINDOWS);
        for (int i = 0; i < count; i++) {
            float[] embedding = new float[encoder.dimensions()];
            featurizer.fill(windows.window(entity, (int) ((long) i * (own - 1) / (count - 1))), inputs);
            encoder.encode(inputs, embedding);
            embeddings.add(embedding);
        }
        return embeddings;
    }
}
