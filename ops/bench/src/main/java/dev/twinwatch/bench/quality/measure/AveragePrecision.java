package dev.twinwatch.bench.quality.measure;

import java.util.Comparator;
import java.util.List;

/** The mean of the precisions at each positive, from the highest score down; equal scores count as one step. */
public final class AveragePrecision {
    private AveragePrecision() {}

    /** One scored thing. */
    public record Scored(double score, boolean positive) {}

    /** 0 to 1; NaN without positives. */
    public static double of(List<Scored> scored) {
        List<Scored> sorted = scored.stream()
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .toList();
        double sum = 0;
        int positives = 0;
        int next = 0;
        while (next < sorted.size()) {
            double score = sorted.get(next).score();
            int found = 0;
            while (next < sorted.size() && sorted.get(next).score() == score) {
                found += sorted.get(next++).positive() ? 1 : 0;
            }
            positives += found;
            sum += found * (double) positives / next;
        }
        return sum / positives;
    }
}
