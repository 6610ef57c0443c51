package dev.twinwatch.trainer.app;

import dev.twinwatch.engine.bundle.Alerting;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.cases.LabelledValues;
import dev.twinwatch.engine.drift.UsualTraffic;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.features.Featurizer;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Scaling;
import dev.twinwatch.engine.features.ScalingFit;
import dev.twinwatch.engine.watch.AlertRule;
import dev.twinwatch.engine.watch.EncoderKind;
import dev.twinwatch.engine.watch.Rates;
import dev.twinwatch.trainer.calibration.Calibrated;
import dev.twinwatch.trainer.calibration.Calibration;
import dev.twinwatch.trainer.calibration.Confirmed;
import dev.twinwatch.trainer.history.EntityHistory;
import dev.twinwatch.trainer.history.History;
import dev.twinwatch.trainer.history.HistoryException;
import dev.twinwatch.trainer.training.EncoderChoice;
import dev.twinwatch.trainer.training.Hyperparameters;
import dev.twinwatch.trainer.training.PairedWindows;
import dev.twinwatch.trainer.training.Pretrained;
import dev.twinwatch.trainer.training.Progress;
import dev.twinwatch.trainer.training.Snapshots;
import dev.twinwatch.trainer.training.Trained;
import dev.twinwatch.trainer.training.Trainer;
import dev.twinwatch.trainer.training.TrainingWindows;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The whole way from a history to a bundle: windows, scaling, twin network, calibration, provenance. */
public final class Training {
    /** Events in the windows that give the scaling: means and ranks of more would be the same. */
    private static final int SCALING_EVENTS = 500_000;

    private final Layout layout;
    private final Hyperparameters settings;
    private final Snapshots snapshots;
    private final Optional<Pretrained> pretrained;
    private final Map<String, String> origin;
    private final LabelledWindows labelled;
    private final boolean nameless;

    /** A training for one watch. */
    public Training(Layout layout, Hyperparameters settings) {
        this(
                layout,
                settings,
                Snapshots.NONE,
                Optional.empty(),
                Map.of(),
                new LabelledWindows(layout, new LabelledValues(layout)),
                false);
    }

    private Training(
            Layout layout,
            Hyperparameters settings,
            Snapshots snapshots,
            Optional<Pretrained> pretrained,
            Map<String, String> origin,
            LabelledWindows labelled,
            boolean nameless) {
        this.layout = layout;
        this.settings = settings;
        this.snapshots = snapshots;
        this.pretrained = pretrained;
        this.origin = Map.copyOf(origin);
        this.labelled = labelled;
        this.nameless = nameless;
    }

    /** The same, able to go on after an interruption. */
    public Training keeping(Snapshots where) {
        return new Training(layout, settings, where, pretrained, origin, labelled, nameless);
    }

    /** The same, with weights that start where another training ended; the origin goes into the provenance. */
    public Training startingFrom(Optional<Pretrained> old, Map<String, String> named) {
        return new Training(layout, settings, snapshots, old, named, labelled, nameless);
    }

    /** The same, with windows that people spoke of: those of frauds stand against their entities, the legitimate ones with them. */
    public Training knowing(LabelledWindows spokenOf) {
        return new Training(layout, settings, snapshots, pretrained, origin, spokenOf, nameless);
    }

    /** The same, whose bundle has no name of any entity in it: alerts can then say how near another one is, but not which. */
    public Training nameless(boolean withoutNames) {
        return new Training(layout, settings, snapshots, pretrained, origin, labelled, withoutNames);
    }

    /**
     * What a training made.
     *
     * @param bundle the file's bytes
     * @param trained the encoder that was measured; that of the bundle was taught by everybody where some were held out
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
                new Lesson(
                        (trainer, spec, people) ->
                                trainer.train(spec, windowsOf(people), fraudsAgainst(people), settings, progress),
                        Optional.of((trainer, spec, people, batches) -> trainer.trainOnAll(
                                spec,
                                windowsOf(people),
                                fraudsAgainst(people),
                                settings.withIterations(batches),
                                progress))),
                progress);
    }

    private TrainingWindows windowsOf(List<EntityHistory> people) {
        return new WithVouched(
                new HistoryWindows(layout, people),
                people.stream()
                        .map(history -> labelled.legitimateOf(history.entity()))
                        .toList());
    }

    private TrainingWindows fraudsAgainst(List<EntityHistory> people) {
        return TrainingWindows.of(people.stream()
                .map(history -> labelled.fraudsAgainst(history.entity()))
                .toList());
    }

    /** Learns from explicit pairs of those who train; scaling, ratios and limit still come from the history. */
    Result run(History history, SequencePairs pairs, Progress progress) throws IOException {
        // The bundle has to name the loss that taught it.
        Training contrastive =
                new Training(layout, settings.forPairs(), snapshots, pretrained, origin, labelled, nameless);
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
        PairedWindows learned = taught;
        return contrastive.run(
                history,
                people,
                split,
                new Lesson(
                        (trainer, spec, those) -> trainer.train(spec, learned, settings, progress), Optional.empty()),
                progress);
    }

    private static PairedWindows pairsOf(Split split, SequencePairs pairs, Identities identities) {
        Set<String> heldOut =
                split.heldOut().stream().map(EntityHistory::entity).collect(Collectors.toSet());
        return pairs.windows(entity -> !heldOut.contains(identities.personOf(entity)));
    }

    private boolean isUseful(EntityHistory history) {
        return HistoryWindows.count(layout, history) >= 2;
    }

    private void requireWindows(Split split, String remedy) {
        long useful = split.train().stream().filter(this::isUseful).count();
        if (useful < 2) {
            throw new HistoryException("of " + split.train().size() + " entities to train on, " + useful
                    + " have two windows or more, at least 2 are needed: " + remedy);
        }
    }

    /**
     * Teaches, calibrates on those who were held out, and, where there is a last lesson, teaches once more with everybody: the
     * service will mostly meet entities whose history is known. Each of them is seen as often as was best the first time.
     */
    private Result run(History history, List<EntityHistory> people, Split split, Lesson lesson, Progress progress)
            throws IOException {
        Optional<Rates> rates = history.rates(layout.watch());
        // Before minutes of work: it may be that this history cannot tell what the budget means.
        layout.watch().alerts().budget().perEvent(rates);
        HistoryWindows windows = new HistoryWindows(layout, split.train());
        Scaling fitted = ScalingFit.fit(
                layout, windows.sample(SCALING_EVENTS, layout.watch().sequence().length()));
        Scaling scaling = pretrained.map(old -> old.onto(layout, fitted)).orElse(fitted);
        Featurizer featurizer = new Featurizer(layout, scaling);
        EncoderChoice.Choice choice = pretrained.isPresent()
                ? new EncoderChoice.Choice(pretrained.get().shape(layout), List.of())
                : new EncoderChoice(layout, featurizer, settings).choose(windows, progress);
        Trained trained = lesson.first().teach(trainer(featurizer, "first"), choice.spec(), split.train());
        Calibration calibration =
                new Calibration(layout, people, split.heldOut(), settings.seed(), rates, confirmed(people, progress));
        Calibrated calibrated = calibration.calibrate(scaling, trained.spec(), trained.weights());
        Trained last = trained;
        boolean again = lesson.last().isPresent() && !split.heldOut().isEmpty();
        if (again) {
            progress.note("teaching once more, with those who were held out");
            long taught = split.train().stream().filter(this::isUseful).count()
                    - trained.heldOut().size();
            long all = people.stream().filter(this::isUseful).count();
            long wanted = Math.max(leastLast(trained.spec().kind()), trained.bestIteration() * all / taught);
            int batches = (int) Math.min(settings.iterations(), wanted);
            last = lesson.last().orElseThrow().teach(trainer(featurizer, "last"), trained.spec(), people, batches);
            calibrated = calibrated.with(calibration.carryOver(calibrated, scaling, last.spec(), last.weights()));
        }
        // Among what is taken for honest are frauds that nobody labelled: known by their values, they would raise the
        // limit.
        EvidenceModel taught = calibrated.model().knowing(labelled.learned());
        EvidenceModel model = nameless ? taught.nameless() : taught;
        noteUnspent(calibrated, rates, progress);
        byte[] bundle = BundleFile.write(
                model,
                new Alerting(calibrated.curve(), rates),
                usualTraffic(calibration, taught, again, progress),
                TrainingProvenance.of(history, settings, origin, choice, trained, calibrated),
                last.golden());
        return new Result(bundle, trained, calibrated);
    }

    /**
     * Batches that the last lesson has at least. A set that learns too long loses little, one that learns too short much, and when it
     * was best is often chance, as few are held out.
     */
    private int leastLast(EncoderKind encoder) {
        return encoder == EncoderKind.SET
                ? Math.max(Trainer.CHECK_EVERY, settings.iterations() / 2)
                : Trainer.CHECK_EVERY;
    }

    private static Optional<UsualTraffic> usualTraffic(
            Calibration calibration, EvidenceModel model, boolean taughtByAll, Progress progress) {
        Optional<UsualTraffic> usual = calibration.usualTraffic(model, taughtByAll);
        if (usual.isEmpty()) {
            progress.note(
                    "the newest events of the history have too few of entities that are known well: the service will"
                            + " not measure drift by this model");
        }
        return usual;
    }

    private Confirmed confirmed(List<EntityHistory> people, Progress progress) {
        Confirmed confirmed = labelled.among(people);
        confirmed.shortfall().ifPresent(progress::note);
        return confirmed;
    }

    private void noteUnspent(Calibrated calibrated, Optional<Rates> rates, Progress progress) {
        AlertRule rule = layout.watch().alerts();
        double wanted = rule.budget().perEvent(rates);
        double most = calibrated.curve().perEvent().get(0);
        if (rule.limit().isEmpty() && wanted > most) {
            progress.note(String.format(
                    Locale.ROOT,
                    "alerts.budget asks for one alert in %,.0f events, honest behaviour of this history gives one in %,.0f at"
                            + " most: the limit is that of the latter",
                    1 / wanted,
                    1 / most));
        }
    }

    private Trainer trainer(Featurizer featurizer, String stage) {
        return new Trainer(featurizer, snapshots.during(stage), pretrained);
    }
}
