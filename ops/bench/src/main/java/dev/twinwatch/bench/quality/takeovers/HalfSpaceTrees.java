package dev.twinwatch.bench.quality.takeovers;

import dev.twinwatch.sandbox.simulator.Payment;
import java.util.Random;

/**
 * Half-space trees for each customer (Tan, Ting and Liu 2011): trees that halve random inputs at random and count how many
 * payments fell into each node; few in a deep node is unusual. Counts are learned on, as windows of the paper would have none yet.
 */
final class HalfSpaceTrees implements Rival {
    private static final int TREES = 25;
    private static final int DEPTH = 8;
    private static final int NODES = 1 << (DEPTH + 1);

    private final int[][] inputs = new int[TREES][NODES];
    private final double[][] cuts = new double[TREES][NODES];

    /** The same trees for all customers. */
    HalfSpaceTrees(long seed) {
        Random random = new Random(seed);
        for (int t = 0; t < TREES; t++) {
            double[] low = new double[OwnPast.INPUTS];
            double[] high = new double[OwnPast.INPUTS];
            for (int i = 0; i < OwnPast.INPUTS; i++) {
                // a work space around a random centre, as in the paper
                double centre = random.nextDouble();
                double reach = 2 * Math.max(centre, 1 - centre);
                low[i] = centre - reach;
                high[i] = centre + reach;
            }
            grow(t, 1, low, high, random);
        }
    }

    private void grow(int tree, int node, double[] low, double[] high, Random random) {
        if (node >= NODES / 2) {
            return;
        }
        int input = random.nextInt(OwnPast.INPUTS);
        double cut = (low[input] + high[input]) / 2;
        inputs[tree][node] = input;
        cuts[tree][node] = cut;
        double[] lower = high.clone();
        lower[input] = cut;
        grow(tree, 2 * node, low, lower, random);
        double[] upper = low.clone();
        upper[input] = cut;
        grow(tree, 2 * node + 1, upper, high, random);
    }

    @Override
    public String words() {
        return "half-space trees";
    }

    @Override
    public double[] scores(Scene scene) {
        int[][] counts = new int[TREES][NODES];
        OwnPast past = new OwnPast();
        for (Payment payment : scene.history()) {
            learn(counts, past.row(payment));
            past.add(payment);
        }
        double[] scores = new double[scene.live().size()];
        for (int i = 0; i < scores.length; i++) {
            double[] row = past.row(scene.live().get(i));
            scores[i] = -mass(counts, row) / (scene.history().size() + i);
            learn(counts, row);
            past.add(scene.live().get(i));
        }
        return scores;
    }

    private void learn(int[][] counts, double[] row) {
        for (int t = 0; t < TREES; t++) {
            for (int node = 1; node < NODES; node = next(t, node, row)) {
                counts[t][node]++;
            }
        }
    }

    private double mass(int[][] counts, double[] row) {
        double mass = 0;
        for (int t = 0; t < TREES; t++) {
            double size = 1;
            for (int node = 1; node < NODES; node = next(t, node, row)) {
                mass += counts[t][node] * size / NODES;
                size *= 2;
            }
        }
        return mass;
    }

    /** Beyond the last node where there is no deeper one. */
    private int next(int tree, int node, double[] row) {
        if (node >= NODES / 2) {
            return NODES;
        }
        return 2 * node + (row[inputs[tree][node]] <= cuts[tree][node] ? 0 : 1);
    }
}
