package dev.twinwatch.trainer.training;

import dev.twinwatch.engine.features.Featurizer;
import dev.twinwatch.engine.features.Inputs;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.network.EncoderSpec;
import dev.twinwatch.engine.watch.EncoderKind;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Trains an encoder: the same spec, windows and hyperparameters give the same weights on the same machine.
 *
 * <p>Every 25 batches the held-out part is measured with the engine's own encoder; the best weights so far are kept.
 */
public final class Trainer {
    /** Batches between two measurements. */
    public static final int CHECK_EVERY = 25;
    /** Measurements without a better one after which training ends. */
    private static final int PATIENCE = 12;

    /** Windows whose embeddings go with the model as golden vectors. */
    private static final int GOLDEN = 8;

    private final Featurizer featurizer;
    private final Snapshots snapshots;
    private final Optional<Pretrained> pretrained;

    /** A trainer for the windows of one watch. */
    public Trainer(Featurizer featurizer) {
        this(featurizer, Snapshots.NONE, Optional.empty());
    }

    /**
     * A trainer that keeps how far it is, and goes on from what was kept: the result is that of a training in one go.
     *
     * @param pretrained where the weights start; empty: at random
     */
    public Trainer(Featurizer featurizer, Snapshots snapshots, Optional<Pretrained> pretrained) {
        this.featurizer = featurizer;
        this.snapshots = snapshots;
        this.pretrained = pretrained;
    }

    /**
     * Trains on windows of known entities; where there are ten or more, a tenth of them, of few a fifth, is held out.
     *
     * @throws IllegalArgumentException with fewer than two entities that have two windows, or where the spec does not fit
     *     the watch
     */
    public Trained train(EncoderSpec spec, TrainingWindows windows, Hyperparameters settings, Progress progress) {
        List<List<Window>> none = Collections.nCopies(windows.entities(), List.of());
        return train(spec, windows, TrainingWindows.of(none), settings, progress);
    }

    /**
     * The same with windows confirmed as fraud, by the entity they were committed against: wherever that entity is in a
     * batch, some of them are there as another identity.
     */
    public Trained train(
            EncoderSpec spec,
            TrainingWindows windows,
            TrainingWindows frauds,
            Hyperparameters settings,
            Progress progress) {
        return train(spec, new EntityLesson(spec.kind(), windows, frauds, settings, true), settings, progress);
    }

    /** The same with all entities for exactly the batches of the settings: none is left to say when it is enough. */
    public Trained trainOnAll(
            EncoderSpec spec,
            TrainingWindows windows,
            TrainingWindows frauds,
            Hyperparameters settings,
            Progress progress) {
        return train(spec, new EntityLesson(spec.kind(), windows, frauds, settings, false), settings, progress);
    }

    /**
     * Trains on explicit pairs with the contrastive loss, whatever loss the hyperparameters name.
     *
     * @throws IllegalArgumentException without a pair of either kind, or where the spec does not fit the watch
     */
    public Trained train(EncoderSpec spec, PairedWindows pairs, Hyperparameters settings, Progress progress) {
        Hyperparameters contrastive = settings.forPairs();
        return train(spec, new PairLesson(pairs, contrastive), contrastive, progress);
    }

    private Trained train(EncoderSpec spec, Lesson lesson, Hyperparameters settings, Progress progress) {
        checkFit(spec, featurizer.newInputs());
        TwinNetwork network = new TwinNetwork(
                spec, settings, pretrained.map(Pretrained::frozen).orElse(Set.of()));
        pretrained.ifPresent(old -> Placement.write(old.onto(featurizer.layout(), spec, network.weights()), network));
        List<Window> windows = lesson.batch(0).windows();
        Checkpoint best =
                new Checkpoint(spec, lesson, featurizer, windows.subList(0, Math.min(GOLDEN, windows.size())));
        Course course = new Course(network, best);
        snapshots.last(spec.kind()).ifPresent(course::restore);
        run(course, network, lesson, settings.iterations(), progress, spec.kind());
        return new Trained(
                spec,
                best.weights(),
                course.iteration(),
                best.iteration(),
                best.error(),
                course.untrained(),
                lesson.heldOut(),
                best.golden());
    }

    private void run(
            Course course, TwinNetwork network, Lesson lesson, int most, Progress progress, EncoderKind encoder) {
        Inputs inputs = featurizer.newInputs();
        boolean kept = true;
        while (course.iteration() < most && course.best().checksWithoutBetter() < PATIENCE) {
            Batch batch = lesson.batch(course.iteration());
            put(batch.windows(), network, inputs);
            course.learn(batch.labels());
            if (course.iteration() % CHECK_EVERY == 0 || course.iteration() == most) {
                course.check(most, progress);
                kept = snapshots.isDue();
                if (kept) {
                    snapshots.keep(encoder, course.state());
                }
            }
        }
        if (!kept) {
            // what follows the training can be interrupted too
            snapshots.keep(encoder, course.state());
        }
    }

    private void put(List<Window> windows, TwinNetwork network, Inputs inputs) {
        network.begin(windows.size());
        for (int row = 0; row < windows.size(); row++) {
            featurizer.fill(windows.get(row), inputs);
            network.put(row, inputs);
        }
    }

    private void checkFit(EncoderSpec spec, Inputs inputs) {
        List<Integer> buckets = Arrays.stream(featurizer.buckets()).boxed().toList();
        if (spec.denseInputs() != inputs.denseInputs()
                || !spec.buckets().equals(buckets)
                || spec.length() != inputs.length()) {
            throw new IllegalArgumentException("encoder reads " + spec.denseInputs() + " dense inputs, categories of "
                    + spec.buckets() + " buckets and " + spec.length() + " events, the watch makes "
                    + inputs.denseInputs() + ", " + buckets + " and " + inputs.length()
                    + ": make the spec from the same watch");
        }
    }
}
