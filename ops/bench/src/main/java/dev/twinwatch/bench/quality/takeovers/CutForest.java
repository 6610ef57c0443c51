package dev.twinwatch.bench.quality.takeovers;

import com.amazon.randomcutforest.RandomCutForest;
import dev.twinwatch.sandbox.simulator.Payment;
import java.util.List;

/** A Random Cut Forest for each customer (Guha et al. 2016), by Amazon's library. */
final class CutForest implements Rival {
    private static final int TREES = 30;
    private static final int SAMPLE = 256;
    /** By default it says nothing of the first 64 payments, of which few customers would be left. */
    private static final int LEAST = 10;

    private final long seed;

    CutForest(long seed) {
        this.seed = seed;
    }

    @Override
    public String words() {
        return "Random Cut Forest";
    }

    @Override
    public double[] scores(Scene scene) {
        RandomCutForest forest = RandomCutForest.builder()
                .dimensions(OwnPast.INPUTS)
                .numberOfTrees(TREES)
                .sampleSize(SAMPLE)
                .outputAfter(LEAST)
                .randomSeed(seed)
                .build();
        OwnPast past = new OwnPast();
        for (Payment payment : scene.history()) {
            forest.update(point(past, payment));
            past.add(payment);
        }
        List<Payment> live = scene.live();
        double[] scores = new double[live.size()];
        for (int i = 0; i < scores.length; i++) {
            float[] point = point(past, live.get(i));
            scores[i] = forest.getAnomalyScore(point);
            forest.update(point);
            past.add(live.get(i));
        }
        return scores;
    }

    private static float[] point(OwnPast past, Payment payment) {
        double[] row = past.row(payment);
        float[] point = new float[row.length];
        for (int i = 0; i < row.length; i++) {
            point[i] = (float) row[i];
        }
        return point;
    }
}
