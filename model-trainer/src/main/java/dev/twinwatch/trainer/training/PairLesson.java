package dev.twinwatch.trainer.training;

import dev.twinwatch.engine.features.Window;
import dev.twinwatch.trainer.training.PairedWindows.Pair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Batches of given pairs, half of them alike; a tenth of either kind is held out where there are enough.
 *
 * <p>Pairs name no entity, so that a held-out pair can be of an entity that is learned from in another pair: the error on
 * them flatters.
 */
final class PairLesson implements Lesson {
    private static final int ENOUGH_TO_HOLD_OUT = 20;
    private static final int MOST_MEASURED = 1000;

    private final List<Pair> pairs;
    private final int batchPairs;
    private final long seed;
    private final int[] alike;
    private final int[] unlike;
    private final List<Integer> heldOut;

    PairLesson(PairedWindows given, Hyperparameters settings) {
        this.pairs = given.pairs();
        this.batchPairs = Math.max(1, settings.batchEntities() * settings.batchWindows() / 4);
        this.seed = settings.seed();
        RandomGenerator random = Sampling.at(seed, -1);
        int[] ones = of(true, random);
        int[] zeros = of(false, random);
        if (ones.length == 0 || zeros.length == 0) {
            throw new IllegalArgumentException("training has " + ones.length + " alike and " + zeros.length
                    + " unlike pairs, expected at least one of each: add rows with the other value of alike");
        }
        int heldOnes = ones.length < ENOUGH_TO_HOLD_OUT || zeros.length < ENOUGH_TO_HOLD_OUT ? 0 : ones.length / 10;
        int heldZeros = heldOnes == 0 ? 0 : zeros.length / 10;
        this.alike = Arrays.copyOfRange(ones, heldOnes, ones.length);
        this.unlike = Arrays.copyOfRange(zeros, heldZeros, zeros.length);
        this.heldOut = IntStream.concat(
                        Arrays.stream(ones, 0, Math.min(heldOnes, MOST_MEASURED)),
                        Arrays.stream(zeros, 0, Math.min(heldZeros, MOST_MEASURED)))
                .boxed()
                .toList();
    }

    private int[] of(boolean kind, RandomGenerator random) {
        int[] indices = IntStream.range(0, pairs.size())
                .filter(i -> pairs.get(i).alike() == kind)
                .toArray();
        Sampling.shuffle(indices, indices.length, random);
        return indices;
    }

    @Override
    public Batch batch(int iteration) {
        RandomGenerator random = Sampling.at(seed, iteration);
        int ones = Math.min(batchPairs, alike.length);
        int zeros = Math.min(batchPairs, unlike.length);
        int[] alikeOnes = Sampling.distinct(alike.length, ones, random);
        int[] unlikeOnes = Sampling.distinct(unlike.length, zeros, random);
        List<Window> rows = new ArrayList<>();
        float[] labels = new float[2 * (ones + zeros)];
        Arrays.fill(labels, 0, 2 * ones, 1);
        IntStream.concat(
                        Arrays.stream(alikeOnes).map(i -> alike[i]),
                        Arrays.stream(unlikeOnes).map(i -> unlike[i]))
                .forEach(i -> {
                    rows.add(pairs.get(i).left());
                    rows.add(pairs.get(i).right());
                });
        return new Batch(rows, labels);
    }

    @Override
    public List<Window> validation() {
        List<Window> windows = new ArrayList<>();
        for (int i : heldOut) {
            windows.add(pairs.get(i).left());
            windows.add(pairs.get(i).right());
        }
        return windows;
    }

    @Override
    public double error(float[][] embeddings) {
        float[][] cosines = new float[2][heldOut.size()];
        int[] counts = new int[2];
        for (int p = 0; p < heldOut.size(); p++) {
            int kind = pairs.get(heldOut.get(p)).alike() ? 1 : 0;
            cosines[kind][counts[kind]++] = EqualErrorRate.cosine(embeddings[2 * p], embeddings[2 * p + 1]);
        }
        return EqualErrorRate.of(Arrays.copyOf(cosines[1], counts[1]), Arrays.copyOf(cosines[0], counts[0]));
    }

    @Override
    public List<Integer> heldOut() {
        return heldOut;
    }
}
