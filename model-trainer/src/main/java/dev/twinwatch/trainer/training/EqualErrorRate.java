package dev.twinwatch.trainer.training;

import java.util.ArrayList;
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

    /**
     * For each entity that of its later embeddings against those of all others, by the cosine to the average of its earlier
     * ones: what the service has to tell apart. Few windows make it a matter of chance, so that the earlier ones are held
     * against the later ones too, and the mean of both counts.
     *
     * @param byEntity at least two of each, oldest first
     */
    static double[] againstTheUsual(List<List<float[]>> byEntity) {
        List<List<float[]>> earlier =
                byEntity.stream().map(all -> all.subList(0, all.size() / 2)).toList();
        List<List<float[]>> later = byEntity.stream()
                .map(all -> all.subList(all.size() / 2, all.size()))
                .toList();
        double[] errors = new double[byEntity.size()];
        for (int e = 0; e < errors.length; e++) {
            errors[e] = (against(sum(earlier.get(e)), later, e) + against(sum(later.get(e)), earlier, e)) / 2;
        }
        return errors;
    }

    private static double against(float[] usual, List<List<float[]>> probes, int own) {
        List<Float> alike = new ArrayList<>();
        List<Float> unlike = new ArrayList<>();
        for (int e = 0; e < probes.size(); e++) {
            for (float[] probe : probes.get(e)) {
                (e == own ? alike : unlike).add(cosine(usual, probe));
            }
        }
        return of(floats(alike), floats(unlike));
    }

    /** Points where the average does, and lengths change no order. */
    private static float[] sum(List<float[]> embeddings) {
        float[] sum = new float[embeddings.get(0).length];
        for (float[] embedding : embeddings) {
            for (int d = 0; d < sum.length; d++) {
                sum[d] += embedding[d];
            }
        }
        return sum;
    }

    private static float[] floats(List<Float> values) {
        float[] floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i);
        }
        return floats;
    }

    static float cosine(float[] a, float[] b) {
        float sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += a[d] * b[d];
        }
        return sum;
    }
}
