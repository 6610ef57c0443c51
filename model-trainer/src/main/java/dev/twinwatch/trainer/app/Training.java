package dev.twinwatch.trainer.app;

import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.bundle.Provenance;
import dev.twinwatch.engine.features.Featurizer;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Scaling;
import dev.twinwatch.engine.features.ScalingFit;
import dev.twinwatch.engine.network.EncoderSpec;
import dev.twinwatch.trainer.calibration.Calibrated;
import dev.twinwatch.trainer.calibration.Calibration;
import dev.twinwatch.trainer.history.EntityHistory;
import dev.twinwatch.trainer.history.History;
import dev.twinwatch.trainer.history.HistoryException;
import dev.twinwatch.trainer.training.EncoderChoice;
import dev.twinwatch.trainer.training.Hyperparameters;
import dev.twinwatch.trainer.training.PairedWindows;
import dev.twinwatch.trainer.training.Progress;
import dev.twinwatch.trainer.training.Trained;
import dev.twinwatch.trainer.training.Trainer;
import dev.twinwatch.trainer.training.TrainingWindows;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The whole way from a history to a bundle: windows, scaling, twin network, calibration, provenance. */
public final class Training {
    /** Events in the windows that give the scaling: means and ranks of more would be the same. */
    private static final int SCALING_EVENTS = 500_000;

    private final Layout layout;
    private final Hyperparameters settings;

    /** A training for one watch. */
    public Training(Layout layout, Hyperparameters settings) {
        this.layout = layout;
        this.settings = settings;
    }

    /**
     * What a training made.
     *
     * @param bundle the file's bytes
     * @param trained the encoder
     * @param calibrated the model with fusion and limit, and how it did on simulated takeovers
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    public record Result(byte[] bundle, Trained trained, Calibrated calibrated) {}

    /** Learns from who made which window; throws IllegalArgumentException where the history does not suffice. */
    public Result run(History history, Progress progress) throws IOException {
        Split split = Split.of(history.entities(), this::isUseful, settings.seed());
        requireWindows(
                split,
                "bring more events, or shorten sequence.length (now "
                        + layout.watch().sequence().length() + ")");
        return run(
                history,
                history.entities(),
                split,
                (trainer, spec, windows) -> trainer.train(spec, windows, settings, progress),
                progress,
                true);
    }

    /** Learns from explicit pairs of those who train; scaling, ratios and limit still come from the history. */
    Result run(History history, SequencePairs pairs, Progress progress) throws IOException {
        // The bundle has to name the loss that taught it.
        Training contrastive = new Training(layout, settings.forPairs());
        Identities identities = pairs.identities();
        List<EntityHistory> people = identities.people(history.entities(), layout);
        Split split = Split.of(people, this::isUseful, settings.seed());
        PairedWindows taught = pairsOf(split, pairs, identities);
        if (!taught.hasBothKinds()) {
            split = new Split(people, List.of());
            taught = pairsOf(split, pairs, identities);
        }
        requireWindows(
                split,
                "bring more events, or pairs that call two sequences of each alike and that no other pair"
                        + " contradicts");
        PairedWindows lesson = taught;
        return contrastive.run(
                history,
                people,
                split,
                (trainer, spec, windows) -> trainer.train(spec, lesson, settings, progress),
                progress,
                false);
    }

    private static PairedWindows pairsOf(Split split, SequencePairs pairs, Identities identities) {
        Set<String> heldOut =
                split.heldOut().stream().map(EntityHistory::entity).collect(Collectors.toSet());
        return pairs.windows(entity -> !heldOut.contains(identities.personOf(entity)));
    }

    private boolean isUseful(EntityHistory history) {
        return HistoryWindows.count(layout, history) >= 2;
    }

    @FunctionalInterface
    private interface Lesson {
        Trained teach(Trainer trainer, EncoderSpec spec, TrainingWindows windows);
    }

    private void requireWindows(Split split, String remedy) {
        long useful = split.train().stream().filter(this::isUseful).count();
        if (useful < 2) {
            throw new HistoryException("of " + split.train().size() + " entities to train on, " + useful
                    + " have two windows or more, at least 2 are needed: " + remedy);
        }
    }

    /**
     * Teaches, calibrates on those who were held out, and, where {@code lastOfAll}, teaches once more with everybody: the
     * service will mostly meet entities whose history is known.
     */
    private Result run(
            History history,
            List<EntityHistory> people,
            Split split,
            Lesson lesson,
            Progress progress,
            boolean lastOfAll)
            throws IOException {
        HistoryWindows windows = new HistoryWindows(layout, split.train());
        Scaling scaling = ScalingFit.fit(
                layout, windows.sample(SCALING_EVENTS, layout.watch().sequence().length()));
        Featurizer featurizer = new Featurizer(layout, scaling);
        EncoderChoice.Choice choice = new EncoderChoice(layout, featurizer, settings).choose(windows, progress);
        Trained trained = lesson.teach(new Trainer(featurizer), choice.spec(), windows);
        Calibration calibration = new Calibration(layout, people, split.heldOut(), settings.seed());
        Calibrated calibrated = calibration.calibrate(scaling, trained.spec(), trained.weights());
        if (lastOfAll && !split.heldOut().isEmpty()) {
            trained = lesson.teach(new Trainer(featurizer), trained.spec(), new HistoryWindows(layout, people));
            calibrated = calibrated.with(
                    calibration.carryOver(calibrated.model(), scaling, trained.spec(), trained.weights()));
        }
        byte[] bundle = BundleFile.write(
                calibrated.model(), provenance(history, choice, trained, calibrated), trained.golden());
        return new Result(bundle, trained, calibrated);
    }

    private Provenance provenance(History history, EncoderChoice.Choice choice, Trained trained, Calibrated calibrated)
            throws IOException {
        Map<String, String> hyperparameters = new TreeMap<>(choice.described());
        settings.values().forEach((name, value) -> hyperparameters.put(name, String.valueOf(value)));
        Map<String, Double> holdout = new TreeMap<>();
        holdout.put("inSample", calibrated.inSample() ? 1.0 : 0.0);
        holdout.put("equalErrorRate", calibrated.equalErrorRate());
        holdout.put("takeovers", (double) calibrated.takeovers());
        holdout.put("caught", (double) calibrated.caught());
        holdout.put("honestEvents", (double) calibrated.honestEvents());
        holdout.put("falseAlerts", (double) calibrated.falseAlerts());
        trained.validation().ifPresent(error -> holdout.put("validationEqualErrorRate", error));
        trained.untrained().ifPresent(error -> holdout.put("untrainedEqualErrorRate", error));
        return new Provenance(
                history.sha256(),
                history.rows(),
                history.entities().size(),
                String.valueOf(history.from()),
                String.valueOf(history.to()),
                settings.seed(),
                hyperparameters,
                Build.commit(),
                Runtime.version().toString(),
                Build.dl4j(),
                holdout);
    }
}
