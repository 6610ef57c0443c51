package dev.twinwatch.trainer.training;

import dev.twinwatch.engine.features.Featurizer;
import dev.twinwatch.engine.features.Inputs;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.network.EncoderSpec;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

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

    /** A trainer for the windows of one watch. */
    public Trainer(Featurizer featurizer) {
        this.featurizer = featurizer;
    }

    /**
     * Trains on windows of known entities; a tenth of the entities is held out where there are ten or more.
     *
     * @throws IllegalArgumentException with fewer than two entities that have two windows, or where the spec does not fit
     *     the watch
     */
    public Trained train(EncoderSpec spec, TrainingWindows windows, Hyperparameters settings, Progress progress) {
        return train(spec, new EntityLesson(windows, settings), settings, progress);
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
        Inputs inputs = featurizer.newInputs();
        checkFit(spec, inputs);
        TwinNetwork network = new TwinNetwork(spec, settings);
        List<Window> windows = lesson.batch(0).windows();
        Checkpoint best =
                new Checkpoint(spec, lesson, featurizer, windows.subList(0, Math.min(GOLDEN, windows.size())));
        best.offer(0, network);
        OptionalDouble untrained = best.error();
        double loss = 0;
        int since = 0;
        int iteration = 0;
        while (iteration < settings.iterations() && best.checksWithoutBetter() < PATIENCE) {
            loss += step(network, lesson.batch(iteration), inputs);
            since++;
            iteration++;
            if (iteration % CHECK_EVERY == 0 || iteration == settings.iterations()) {
                OptionalDouble error = best.offer(iteration, network);
                progress.at(iteration, settings.iterations(), loss / since, error);
                loss = 0;
                since = 0;
            }
        }
        return new Trained(
                spec,
                best.weights(),
                iteration,
                best.iteration(),
                best.error(),
                untrained,
                lesson.heldOut(),
                best.golden());
    }

    private double step(TwinNetwork network, Batch batch, Inputs inputs) {
        List<Window> windows = batch.windows();
        network.begin(windows.size());
        for (int row = 0; row < windows.size(); row++) {
            featurizer.fill(windows.get(row), inputs);
            network.put(row, inputs);
        }
        return network.fit(batch.labels());
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
