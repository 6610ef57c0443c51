package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.evidence.Cohort;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.evidence.Fusion;
import dev.twinwatch.engine.evidence.LikelihoodRatio;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.evidence.Summary;
import dev.twinwatch.engine.features.Featurizer;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Scaling;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.network.EncoderSpec;
import dev.twinwatch.engine.network.Weights;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Fits what turns an encoder into a model that decides: ratios, fusion and limit. */
final class ModelFit {
    /** Evidence under this says hardly more than nothing, however well a few entities were told apart. */
    private static final double LEAST_LIMIT = 1;
    /** Windows of honest histories under which their tail says too little. */
    private static final int FEW_STRETCHES = 500;
    /** Somebody else and the entity with larger numbers: nobody knows which of them comes more often. */
    private static final double AS_LIKELY = 0.5;
    /** Windows of one entity that say how it behaves, the newest ones; a long history would not fit into memory. */
    private static final int MOST_WINDOWS = 500;

    private final Layout layout;
    private final List<EntityHistory> all;
    private final Rehearsal rehearsal;

    /**
     * A fit for one watch.
     *
     * @param all every entity that may be looked at
     * @param rehearsal of those that fit the ratio of embeddings, the fusion and the limit
     */
    ModelFit(Layout layout, List<EntityHistory> all, Rehearsal rehearsal) {
        this.layout = layout;
        this.all = List.copyOf(all);
        this.rehearsal = rehearsal;
    }

    /** Both ratios, cohort and usage of values; everything is taken for honest. */
    EvidenceModel ratios(Scaling scaling, EncoderSpec spec, Weights weights, double halfLife) {
        EvidenceModel bare = bare(scaling, spec, weights, halfLife);
        return placed(bare, Scatter.of(points(windowsOf(rehearsal.honest()), new Scorer(bare)::embed)));
    }

    /**
     * The same for an encoder that was taught with all entities, so that the scatter of its embeddings flatters: by as much as
     * that of the entities which taught another encoder does against those which did not.
     */
    EvidenceModel ratiosOfTaught(Scaling scaling, EncoderSpec spec, Weights weights, EvidenceModel untaught) {
        Scorer then = new Scorer(untaught);
        Set<String> heldOut =
                rehearsal.honest().stream().map(EntityHistory::entity).collect(Collectors.toSet());
        List<EntityHistory> taught =
                all.stream().filter(h -> !heldOut.contains(h.entity())).toList();
        Scatter ofTaught = Scatter.of(points(windowsOf(taught), then::embed));
        Scatter ofOthers = Scatter.of(points(windowsOf(rehearsal.honest()), then::embed));
        EvidenceModel bare = bare(scaling, spec, weights, untaught.halfLife());
        Scatter now = Scatter.of(points(windowsOf(all), new Scorer(bare)::embed));
        return placed(bare, now.asOfOthers(ofTaught, ofOthers));
    }

    private EvidenceModel bare(Scaling scaling, EncoderSpec spec, Weights weights, double halfLife) {
        List<List<Window>> windows = windowsOf(all);
        Summary summary = SummaryChoice.of(layout, windows);
        List<String> names = EvidenceModel.inputNames(layout, summary);
        List<Double> zeros = Collections.nCopies(names.size(), 0.0);
        int dense = Featurizer.denseInputs(layout);
        return new EvidenceModel(
                layout,
                scaling,
                spec,
                weights,
                RatioFit.none(spec.dimensions()),
                summary,
                RatioFit.none(summary.size(layout.watch().sequence().length(), dense)),
                Cohort.none(),
                UsageFit.fit(layout, windows),
                halfLife,
                new Fusion(names, -1, zeros, zeros),
                Double.MAX_VALUE);
    }

    private EvidenceModel placed(EvidenceModel bare, Scatter embeddings) {
        Scorer scorer = new Scorer(bare);
        List<List<Window>> windows = windowsOf(all);
        LikelihoodRatio fixed =
                Featurizer.denseInputs(layout) == 0 ? bare.fixed() : RatioFit.fit(points(windows, scorer::summarise));
        return new EvidenceModel(
                layout,
                bare.scaling(),
                bare.spec(),
                bare.weights(),
                RatioFit.fit(embeddings),
                bare.summary(),
                fixed,
                CohortFit.fit(all, points(windows, scorer::embed), bare.spec().dimensions()),
                bare.usage(),
                bare.halfLife(),
                bare.fusion(),
                Double.MAX_VALUE);
    }

    /** The fusion; the limit stays open. */
    EvidenceModel fused(EvidenceModel placed) {
        // First round: every window is absorbed. Second: only those that the first round's fusion takes for honest.
        EvidenceModel first = placed.calibrated(fusion(placed), Double.MAX_VALUE);
        return first.calibrated(fusion(first), Double.MAX_VALUE);
    }

    private Fusion fusion(EvidenceModel model) {
        List<String> names = model.fusion().names();
        List<double[]> honest = rehearsal.honestInputs(model);
        Fusion strangers = FusionFit.fit(names, honest, rehearsal.takenInputs(model));
        List<double[]> larger = rehearsal.inputsAt(model, Takeover::larger);
        if (larger.isEmpty()) {
            return strangers;
        }
        List<double[]> own = new ArrayList<>(honest);
        own.addAll(rehearsal.inputsAt(model, Takeover::between));
        return strangers.or(FusionFit.ofEvents(names, own, larger), AS_LIKELY);
    }

    /** The limit: that of the watch, or the one that keeps the watch's budget. */
    EvidenceModel limited(EvidenceModel fused) {
        return fused.calibrated(fused.fusion(), limit(fused));
    }

    /** The larger of a limit and the one by which all entities keep the watch's budget; that of the watch stays. */
    EvidenceModel limitedAtLeast(double limit, EvidenceModel fused) {
        return fused.calibrated(
                fused.fusion(),
                layout.watch().alerts().limit().isPresent() ? limit : Math.max(limit, limitByAll(fused)));
    }

    private double limitByAll(EvidenceModel model) {
        return LimitFit.fit(
                new Rehearsal(layout, all, List.of()).honestEvidence(model),
                layout.watch().sequence().length(),
                layout.watch().alerts().perEvent());
    }

    private double limit(EvidenceModel model) {
        if (layout.watch().alerts().limit().isPresent()) {
            return layout.watch().alerts().limit().getAsDouble();
        }
        int length = layout.watch().sequence().length();
        double perEvent = layout.watch().alerts().perEvent();
        // Entities that the encoder knows may look too honest, held-out ones are too few for the tail: the safer of the
        // two.
        double byHeldOut = LimitFit.fit(rehearsal.honestEvidence(model), length, perEvent);
        double found = Math.max(LEAST_LIMIT, Math.max(byHeldOut, limitByAll(model)));
        // A tail cannot be seen in few stretches.
        return rehearsal.stretches() < FEW_STRETCHES ? Math.max(found, LimitFit.bound(length, perEvent)) : found;
    }

    private List<List<Window>> windowsOf(List<EntityHistory> histories) {
        int stride = layout.watch().sequence().length();
        return histories.stream()
                .map(h -> h.windows(layout, stride, MOST_WINDOWS))
                .toList();
    }

    private static List<List<float[]>> points(List<List<Window>> byEntity, Function<Window, float[]> place) {
        return byEntity.stream()
                .map(windows -> windows.stream().map(place).toList())
                .toList();
    }
}
