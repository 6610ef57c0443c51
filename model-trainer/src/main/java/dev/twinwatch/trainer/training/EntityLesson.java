package dev.twinwatch.trainer.training;

import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.watch.EncoderKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Batches of some entities with some windows each. A tenth of the entities is held out, of few entities a fifth: an error
 * measured on two or three of them is chance, and would choose the weights by chance.
 */
final class EntityLesson implements Lesson {
    /** Fewer entities are all needed for learning. */
    private static final int ENOUGH_TO_HOLD_OUT = 10;
    /** More would cost more time than the training itself. */
    private static final int MOST_MEASURED_ENTITIES = 64;

    /** Held out even where it is more than a tenth. */
    private static final int ENOUGH_TO_MEASURE = 6;

    private static final int MEASURED_WINDOWS = 512;
    private static final int SHORTEST_PART = 10;
    private static final int MOST_MEASURED_OF_ONE = 128;

    private final TrainingWindows windows;
    private final TrainingWindows frauds;
    private final Hyperparameters settings;
    private final boolean mixes;
    private final boolean cuts;
    private final int[] taught;
    private final List<Integer> heldOut;
    private final List<Window> validation = new ArrayList<>();
    private final List<Integer> validationEntity = new ArrayList<>();

    /**
     * A lesson of these windows.
     *
     * @param encoder that learns
     * @param frauds for each entity the windows confirmed as fraud against it
     * @param holdsOut whether some entities measure instead of teaching
     */
    EntityLesson(
            EncoderKind encoder,
            TrainingWindows windows,
            TrainingWindows frauds,
            Hyperparameters settings,
            boolean holdsOut) {
        this.windows = windows;
        this.frauds = frauds;
        this.settings = settings;
        this.cuts = encoder == EncoderKind.SET;
        // to a set, which knows no positions, a mixture by position is no identity but something between two
        this.mixes = settings.mixing() > 0 && !cuts && Mixing.suits(windows);
        int[] usable = IntStream.range(0, windows.entities())
                .filter(e -> windows.count(e) >= 2)
                .toArray();
        if (usable.length < 2) {
            throw new IllegalArgumentException("training has " + windows.entities() + " entities, of which "
                    + usable.length + " with two or more windows, expected at least 2: give more history");
        }
        Sampling.shuffle(usable, usable.length, Sampling.at(settings.seed(), -1));
        int held = !holdsOut || usable.length < ENOUGH_TO_HOLD_OUT
                ? 0
                : Math.max(usable.length / 10, Math.min(usable.length / 5, ENOUGH_TO_MEASURE));
        heldOut = Arrays.stream(usable, 0, held).sorted().boxed().toList();
        taught = Arrays.copyOfRange(usable, held, usable.length);
        List<Integer> measuredEntities = heldOut.subList(0, Math.min(held, MOST_MEASURED_ENTITIES));
        int ofEach = Math.min(MOST_MEASURED_OF_ONE, MEASURED_WINDOWS / Math.max(1, measuredEntities.size()));
        for (int entity : measuredEntities) {
            int own = windows.count(entity);
            int measured = Math.min(own, ofEach);
            for (int i = 0; i < measured; i++) {
                // spread over the entity's history, so that its change over time counts
                validation.add(windows.window(entity, (int) ((long) i * (own - 1) / Math.max(1, measured - 1))));
                validationEntity.add(entity);
            }
        }
    }

    @Override
    public Batch batch(int iteration) {
        RandomGenerator random = Sampling.at(settings.seed(), iteration);
        return settings.loss() == LossKind.CONTRASTIVE ? pairs(random) : identities(random);
    }

    private Batch identities(RandomGenerator random) {
        int entities = Math.min(realInBatch(), taught.length);
        List<List<Window>> identities = new ArrayList<>();
        List<List<Window>> strangers = new ArrayList<>();
        for (int drawn : Sampling.distinct(taught.length, entities, random)) {
            identities.add(some(windows, taught[drawn], settings.batchWindows(), random));
            // whoever defrauds an entity is somebody else who looks like it: the hardest negative there is
            if (frauds.count(taught[drawn]) > 0) {
                strangers.add(some(frauds, taught[drawn], settings.batchWindows(), random));
            }
        }
        int mixed = mixes ? (int) Math.round(settings.mixing() * entities) : 0;
        for (int m = 0; m < mixed; m++) {
            int[] who = Sampling.distinct(entities, 2, random);
            identities.add(Mixing.mixed(identities.get(who[0]), identities.get(who[1]), random));
        }
        identities.addAll(strangers);
        return Batch.of(identities);
    }

    /** With mixed identities beside them at most twice as many identities in all, since a batch costs by its windows. */
    private int realInBatch() {
        long mostReal = mixes ? Math.round(2 * settings.batchEntities() / (1 + settings.mixing())) : Long.MAX_VALUE;
        return (int) Math.max(2, Math.min(settings.batchEntities(), mostReal));
    }

    private List<Window> some(TrainingWindows from, int entity, int count, RandomGenerator random) {
        int own = from.count(entity);
        List<Window> drawn = new ArrayList<>();
        for (int i : Sampling.distinct(own, Math.min(own, count), random)) {
            Window window = from.slice(entity, i, random);
            drawn.add(cuts ? part(window, random) : window);
        }
        return drawn;
    }

    /**
     * Some events in a row of a window, a tenth to all of them. Whole windows are few where sequences end, and a set would learn them
     * by heart.
     */
    private static Window part(Window window, RandomGenerator random) {
        int least = Math.max(1, window.events() / SHORTEST_PART);
        int count = least + random.nextInt(window.events() - least + 1);
        return window.part(random.nextInt(window.events() - count + 1), count);
    }

    /**
     * As many alike as unlike pairs; a mixed identity stands against one of the two that it is made of, and half of the unlike
     * pairs of an entity that was defrauded are against the fraud.
     */
    private Batch pairs(RandomGenerator random) {
        int pairs = Math.max(2, settings.batchEntities() * settings.batchWindows() / 2);
        double share = mixes ? settings.mixing() / (1 + settings.mixing()) : 0;
        List<Window> rows = new ArrayList<>();
        float[] column = new float[2 * pairs];
        for (int i = 0; i < pairs; i++) {
            boolean alike = i % 2 == 0;
            int[] who = Sampling.distinct(taught.length, 2, random);
            List<Window> left = some(windows, taught[who[0]], 2, random);
            boolean defrauded = frauds.count(taught[who[0]]) > 0 && random.nextBoolean();
            List<Window> right =
                    defrauded ? some(frauds, taught[who[0]], 1, random) : some(windows, taught[who[1]], 2, random);
            if (random.nextDouble() < share && !defrauded) {
                left = Mixing.mixed(left, right, random);
            }
            rows.add(left.get(0));
            rows.add(alike ? left.get(1) : right.get(0));
            column[2 * i] = alike ? 1 : 0;
            column[2 * i + 1] = column[2 * i];
        }
        return new Batch(rows, column);
    }

    @Override
    public List<Window> validation() {
        return validation;
    }

    @Override
    public double error(float[][] embeddings) {
        Map<Integer, List<float[]>> byEntity = new LinkedHashMap<>();
        for (int i = 0; i < embeddings.length; i++) {
            byEntity.computeIfAbsent(validationEntity.get(i), e -> new ArrayList<>())
                    .add(embeddings[i]);
        }
        // Not by pairs of windows: whose pairs are told apart best is another network, since single windows are noisy.
        return Arrays.stream(EqualErrorRate.againstTheUsual(List.copyOf(byEntity.values())))
                .average()
                .orElseThrow();
    }

    @Override
    public List<Integer> heldOut() {
        return heldOut;
    }
}
