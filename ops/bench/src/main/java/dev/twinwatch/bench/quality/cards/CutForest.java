package dev.twinwatch.bench.quality.cards;

import com.amazon.randomcutforest.RandomCutForest;

/** Random Cut Forest as in Amazon's streaming services: scores each row, then learns it. A baseline that knows no entity. */
final class CutForest {
    private static final int TREES = 50;
    private static final int SAMPLE = 256;

    private CutForest() {}

    /** Scores of rows in their order. */
    static double[] score(double[][] rows, long seed) {
        RandomCutForest forest = RandomCutForest.builder()
                .dimensions(rows[0].length)
                .numberOfTrees(TREES)
                .sampleSize(SAMPLE)
                .randomSeed(seed)
                .build();
        double[] scores = new double[rows.length];
        for (int r = 0; r < rows.length; r++) {
            float[] point = new float[rows[r].length];
            for (int i = 0; i < point.length; i++) {
                point[i] = (float) rows[r][i];
            }
            scores[r] = forest.getAnomalyScore(point);
            forest.update(point);
        }
        return scores;
    }
}
