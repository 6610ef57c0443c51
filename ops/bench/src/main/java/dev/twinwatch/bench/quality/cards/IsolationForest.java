package dev.twinwatch.bench.quality.cards;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Liu, Ting and Zhou 2008: what random cuts isolate soon is unusual. A baseline that knows no entity. */
final class IsolationForest {
    private static final int TREES = 100;
    private static final int SAMPLE = 256;
    private static final double EULER = 0.5772156649;

    private final Tree[] trees = new Tree[TREES];

    /** Of rows drawn by the seed. */
    IsolationForest(List<double[]> rows, long seed) {
        Random random = new Random(seed);
        int deepest = (int) Math.ceil(Math.log(SAMPLE) / Math.log(2));
        for (int t = 0; t < TREES; t++) {
            double[][] sample =
                    random.ints(SAMPLE, 0, rows.size()).mapToObj(rows::get).toArray(double[][]::new);
            trees[t] = grow(sample, deepest, random);
        }
    }

    private interface Tree {
        double path(double[] row);
    }

    private static Tree grow(double[][] rows, int deeper, Random random) {
        if (rows.length <= 1 || deeper == 0) {
            double rest = unfinished(rows.length);
            return row -> rest;
        }
        int input = random.nextInt(rows[0].length);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double[] row : rows) {
            least = Math.min(least, row[input]);
            most = Math.max(most, row[input]);
        }
        double cut = least + random.nextDouble() * (most - least);
        double[][] below = Arrays.stream(rows).filter(r -> r[input] <= cut).toArray(double[][]::new);
        double[][] above = Arrays.stream(rows).filter(r -> r[input] > cut).toArray(double[][]::new);
        Tree left = grow(below, deeper - 1, random);
        Tree right = grow(above, deeper - 1, random);
        return row -> 1 + (row[input] <= cut ? left : right).path(row);
    }

    /** Average further path in a tree of so many rows. */
    private static double unfinished(int rows) {
        return rows <= 1 ? 0 : 2 * (Math.log(rows - 1.0) + EULER) - 2.0 * (rows - 1) / rows;
    }

    /** 0 to 1, higher is more unusual. */
    double score(double[] row) {
        double sum = 0;
        for (Tree tree : trees) {
            sum += tree.path(row);
        }
        return Math.pow(2, -sum / TREES / unfinished(SAMPLE));
    }
}
