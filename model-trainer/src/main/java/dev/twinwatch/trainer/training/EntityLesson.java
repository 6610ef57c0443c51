package dev.twinwatch.trainer.training;

import dev.twinwatch.engine.features.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Batches of some entities with some windows each; a tenth of the entities is held out. */
final class EntityLesson implements Lesson {
    /** Fewer entities are all needed for learning. */
    private static final int ENOUGH_TO_HOLD_OUT = 10;
    /** More would cost more time than the training itself. */
    private static final int MOST_MEASURED_ENTITIES = 64;

    private static final int MOST_MEASURED_WINDOWS = 8;

    private final TrainingWindows windows;
    private final Hyperparameters settings;
    private final RandomGenerator random;
    private final int[] taught;
    private final List<Integer> heldOut;
    private final List<Window> validation = new ArrayList<>();
    private final List<Integer> validationEntity = new ArrayList<>();

    EntityLesson(TrainingWindows windows, Hyperparameters settings, RandomGenerator random) {
        this.windows = windows;
        this.settings = settings;
        this.random = random;
        int[] usable = IntStream.range(0, windows.entities())
                .filter(e -> windows.count(e) >= 2)
                .toArray();
        if (usable.length < 2) {
            throw new IllegalArgumentException("training has " + windows.entities() + " entities, of which "
                    + usable.length + " with two or more windows, expected at least 2: give more history");
        }
        Sampling.shuffle(usable, usable.length, random);
        int held = usable.length < ENOUGH_TO_HOLD_OUT ? 0 : Math.max(2, usable.length / 10);
        heldOut = Arrays.stream(usable, 0, held).sorted().boxed().toList();
        taught = Arrays.copyOfRange(usable, held, usable.length);
        for (int entity : heldOut.subList(0, Math.min(held, MOST_MEASURED_ENTITIES))) {
            int own = windows.count(entity);
            int measured = Math.min(own, MOST_MEASURED_WINDOWS);
            for (int i = 0; i < measured; i++) {
                // spread over the entity's history, so that its change over time counts
                validation.add(windows.window(entity, (int) ((long) i * (own - 1) / Math.max(1, measured - 1))));
                validationEntity.add(entity);
            }
        }
    }

    @Override
    public Batch next() {
        return settings.loss() == LossKind.CONTRASTIVE ? pairs() : identities();
    }

    private Batch identities() {
        int entities = Math.min(settings.batchEntities(), taught.length);
        Sampling.shuffle(taught, entities, random);
        List<Window> rows = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (int e = 0; e < entities; e++) {
            int own = windows.count(taught[e]);
            for (int i : Sampling.distinct(own, Math.min(own, settings.batchWindows()), random)) {
                rows.add(windows.slice(taught[e], i, random));
                labels.add(e);
            }
        }
        float[] column = new float[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = labels.get(i);
        }
        return new Batch(rows, column);
    }

    /** As many alike as unlike pairs. */
    private Batch pairs() {
        int pairs = Math.max(2, settings.batchEntities() * settings.batchWindows() / 2);
        List<Window> rows = new ArrayList<>();
        float[] column = new float[2 * pairs];
        for (int i = 0; i < pairs; i++) {
            boolean alike = i % 2 == 0;
            int[] who = Sampling.distinct(taught.length, 2, random);
            int left = taught[who[0]];
            int right = alike ? left : taught[who[1]];
            int[] own = Sampling.distinct(windows.count(left), 2, random);
            rows.add(windows.slice(left, own[0], random));
            rows.add(windows.slice(right, alike ? own[1] : random.nextInt(windows.count(right)), random));
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
        return EqualErrorRate.between(Arrays.asList(embeddings), validationEntity);
    }

    @Override
    public List<Integer> heldOut() {
        return heldOut;
    }
}
