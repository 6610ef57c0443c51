package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.evidence.Fusion;
import dev.twinwatch.engine.evidence.LikelihoodRatio;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Featurizer;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Scaling;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.network.EncoderSpec;
import dev.twinwatch.engine.network.Weights;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Fits what turns an encoder into a model that decides: ratios, fusion and limit. */
final class ModelFit {
    /** Evidence under this says hardly more than nothing, however well a few entities were told apart. */
    private static final double LEAST_LIMIT = 1;
    /** Windows of honest histories under which their tail says too little. */
    private static final int FEW_STRETCHES = 500;

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

    /** Both ratios and the usage of values; everything is taken for honest. */
    EvidenceModel ratios(Scaling scaling, EncoderSpec spec, Weights weights, double halfLife) {
        List<String> names = EvidenceModel.inputNames(layout);
        List<Double> zeros = Collections.nCopies(names.size(), 0.0);
        EvidenceModel bare = new EvidenceModel(
                layout,
                scaling,
                spec,
                weights,
                RatioFit.none(spec.dimensions()),
                RatioFit.none(2 * Featurizer.denseInputs(layout)),
                UsageFit.fit(layout, windowsOf(all)),
                halfLife,
                new Fusion(names, -1, zeros, zeros),
                Double.MAX_VALUE);
        Scorer scorer = new Scorer(bare);
        LikelihoodRatio behaviour = RatioFit.fit(points(windowsOf(rehearsal.honest()), scorer::embed));
        LikelihoodRatio averages = Featurizer.denseInputs(layout) == 0
                ? bare.averages()
                : RatioFit.fit(points(windowsOf(all), scorer::summarise));
        return new EvidenceModel(
                layout,
                scaling,
                spec,
                weights,
                behaviour,
                averages,
                bare.usage(),
                halfLife,
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
        return FusionFit.fit(model.fusion().names(), rehearsal.honestInputs(model), rehearsal.takenInputs(model));
    }

    /** The limit: that of the watch, or the one that keeps the watch's budget. */
    EvidenceModel limited(EvidenceModel fused) {
        return fused.calibrated(fused.fusion(), limit(fused));
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
        double byAll = LimitFit.fit(new Rehearsal(layout, all, List.of()).honestEvidence(model), length, perEvent);
        double found = Math.max(LEAST_LIMIT, Math.max(byHeldOut, byAll));
        // A tail cannot be seen in few stretches.
        return rehearsal.stretches() < FEW_STRETCHES ? Math.max(found, LimitFit.bound(length, perEvent)) : found;
    }

    private List<List<Window>> windowsOf(List<EntityHistory> histories) {
        int stride = layout.watch().sequence().length();
        return histories.stream().map(h -> h.windows(layout, stride)).toList();
    }

    private static List<List<float[]>> points(List<List<Window>> byEntity, Function<Window, float[]> place) {
        return byEntity.stream()
                .map(windows -> windows.stream().map(place).toList())
                .toList();
    }
}
