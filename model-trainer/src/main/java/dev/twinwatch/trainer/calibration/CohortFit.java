package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.evidence.Cohort;
import dev.twinwatch.engine.features.Hash64;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Takes the mean embeddings of some entities, spread evenly over all. */
final class CohortFit {
    /** More would cost every event time, and the nearest of 64 is hardly further away than that of all. */
    private static final int MOST = 64;

    /** The nearest of fewer is mere chance. */
    private static final int LEAST = 8;

    private CohortFit() {}

    /**
     * Entities and their embeddings in the same order; those without a window are left out. Nobody where fewer than
     * {@value #LEAST} are left.
     */
    static Cohort fit(List<EntityHistory> entities, List<List<float[]>> embeddings, int dimensions) {
        int[] usable = IntStream.range(0, entities.size())
                .filter(e -> !embeddings.get(e).isEmpty())
                .toArray();
        if (usable.length < LEAST) {
            return Cohort.none();
        }
        int size = Math.min(MOST, usable.length);
        long[] hashes = new long[size];
        List<String> names = new ArrayList<>(size);
        float[] centres = new float[size * dimensions];
        for (int i = 0; i < size; i++) {
            int entity = usable[(int) ((long) i * usable.length / size)];
            names.add(entities.get(entity).entity());
            hashes[i] = Hash64.of(names.get(i));
            double[] centre = centre(embeddings.get(entity), dimensions);
            for (int d = 0; d < dimensions; d++) {
                centres[i * dimensions + d] = (float) centre[d];
            }
        }
        return Cohort.of(hashes, centres).named(names);
    }

    private static double[] centre(List<float[]> embeddings, int dimensions) {
        double[] centre = new double[dimensions];
        for (float[] embedding : embeddings) {
            for (int d = 0; d < dimensions; d++) {
                centre[d] += embedding[d];
            }
        }
        double squares = 0;
        for (double value : centre) {
            squares += value * value;
        }
        double norm = Math.max(1e-9, Math.sqrt(squares));
        for (int d = 0; d < dimensions; d++) {
            centre[d] /= norm;
        }
        return centre;
    }
}
