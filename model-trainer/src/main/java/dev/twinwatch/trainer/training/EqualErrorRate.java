package dev.twinwatch.trainer.training;

import java.util.Arrays;
import java.util.List;

/** The share of errors at the limit where as many alike pairs are taken for unlike as the other way round. */
public final class EqualErrorRate {
    private EqualErrorRate() {}

    /**
     * Of cosines of alike pairs and of unlike pairs, which are sorted in place.
     *
     * @return 0 (told apart without error) to 1; .5 is chance
     */
    static double of(float[] alike, float[] unlike) {
        Arrays.sort(alike);
        Arrays.sort(unlike);
        double best = 1;
        double gap = Double.POSITIVE_INFINITY;
        int below = 0;
        int notAbove = 0;
        // only limits just at, and just above, an alike pair can be the best ones
        for (int i = 0; i < alike.length; i++) {
            while (below < unlike.length && unlike[below] < alike[i]) {
                below++;
            }
            while (notAbove < unlike.length && unlike[notAbove] <= alike[i]) {
                notAbove++;
            }
            // of equal alike pairs all are refused or none
            int least = i > 0 && alike[i - 1] == alike[i] ? 1 : 0;
            int most = i + 1 < alike.length && alike[i + 1] == alike[i] ? 0 : 1;
            for (int above = least; above <= most; above++) {
                double refused = (double) (i + above) / alike.length;
                double passed = 1 - (double) (above == 0 ? below : notAbove) / unlike.length;
                if (Math.abs(refused - passed) < gap) {
                    gap = Math.abs(refused - passed);
                    best = (refused + passed) / 2;
                }
            }
        }
        return best;
    }

    /** Of evidence against honest windows and against others, higher where a window is less alike; .5 where either is empty. */
    public static double ofEvidence(List<Double> honest, List<Double> others) {
        return honest.isEmpty() || others.isEmpty() ? 0.5 : of(likeness(honest), likeness(others));
    }

    private static float[] likeness(List<Double> evidence) {
        float[] likeness = new float[evidence.size()];
        for (int i = 0; i < likeness.length; i++) {
            likeness[i] = -evidence.get(i).floatValue();
        }
        return likeness;
    }

    /** Over all pairs of embeddings, alike where they are of the same entity. */
    static double between(List<float[]> embeddings, List<Integer> entities) {
        int rows = embeddings.size();
        float[][] cosines = new float[2][rows * (rows - 1) / 2];
        int[] counts = new int[2];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < i; j++) {
                int kind = entities.get(i).equals(entities.get(j)) ? 1 : 0;
                cosines[kind][counts[kind]++] = cosine(embeddings.get(i), embeddings.get(j));
            }
        }
        return of(Arrays.copyOf(cosines[1], counts[1]), Arrays.copyOf(cosines[0], counts[0]));
    }

    static float cosine(float[] a, float[] b) {
        float sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += a[d] * b[d];
        }
        return sum;
    }
}
