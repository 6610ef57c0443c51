package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.evidence.Cohort;
import dev.twinwatch.engine.evidence.Confidence;
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

/** Fits what turns an encoder into a model that decides: ratios and fusion. */
final class ModelFit {
    /** Under so many, half of them say nothing of how entities differ. */
    private static final int LEAST_TO_HALVE = 8;
    /** Somebody else and the entity with larger numbers: nobody knows which of them comes more often. */
    private static final double AS_LIKELY = 0.5;
    /** Windows of one entity that say how it behaves, the newest ones; a long history would not fit into memory. */
    private static final int MOST_WINDOWS = 500;

    private final Layout layout;
    private final List<EntityHistory> all;
    private final Rehearsal rehearsal;
    private final Confirmed confirmed;

    /**
     * A fit for one watch.
     *
     * @param all every entity that may be looked at
     * @param rehearsal of those that fit the ratio of embeddings, the fusion and the limit
     */
    ModelFit(Layout layout, List<EntityHistory> all, Rehearsal rehearsal) {
        this(layout, all, rehearsal, Confirmed.NONE);
    }

    /** The same with frauds that labels confirmed. */
    ModelFit(Layout layout, List<EntityHistory> all, Rehearsal rehearsal, Confirmed confirmed) {
        this.confirmed = confirmed;
        this.layout = layout;
        this.all = List.copyOf(all);
        this.rehearsal = rehearsal;
    }

    /** Both ratios, cohort and usage of values; everything is taken for honest. */
    EvidenceModel ratios(Scaling scaling, EncoderSpec spec, Weights weights, double halfLife) {
        return ratios(bare(scaling, spec, weights, halfLife, SummaryChoice.of(layout, windowsOf(all))));
    }

    private EvidenceModel ratios(EvidenceModel bare) {
        // Whoever takes over is a stranger: in the cohort, an attacker would be recognised.
        Set<String> attackers = rehearsal.attackers();
        List<EntityHistory> known =
                all.stream().filter(h -> !attackers.contains(h.entity())).toList();
        return placed(bare, Scatter.of(points(windowsOf(rehearsal.honest()), new Scorer(bare)::embed)), known);
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
        EvidenceModel bare = bare(scaling, spec, weights, untaught.halfLife(), untaught.summary());
        Scatter now = Scatter.of(points(windowsOf(all), new Scorer(bare)::embed));
        return placed(bare, now.asOfOthers(ofTaught, ofOthers), all);
    }

    private EvidenceModel bare(Scaling scaling, EncoderSpec spec, Weights weights, double halfLife, Summary summary) {
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
                UsageFit.fit(layout, windowsOf(all)),
                halfLife,
                Confidence.FROM_TWO_REFERENCES,
                new Fusion(names, -1, zeros, zeros),
                Double.MAX_VALUE);
    }

    private EvidenceModel placed(EvidenceModel bare, Scatter embeddings, List<EntityHistory> cohort) {
        Scorer scorer = new Scorer(bare);
        List<List<Window>> windows = windowsOf(all);
        LikelihoodRatio fixed =
                Featurizer.denseInputs(layout) == 0 ? bare.fixed() : fixed(bare, points(windows, scorer::summarise));
        return new EvidenceModel(
                layout,
                bare.scaling(),
                bare.spec(),
                bare.weights(),
                RatioFit.fit(embeddings),
                bare.summary(),
                fixed,
                CohortFit.fit(
                        cohort,
                        points(windowsOf(cohort), scorer::embed),
                        bare.spec().dimensions()),
                bare.usage(),
                bare.halfLife(),
                bare.confidence(),
                bare.fusion(),
                Double.MAX_VALUE);
    }

    private static LikelihoodRatio fixed(EvidenceModel bare, List<List<float[]>> points) {
        return bare.summary() == Summary.POSITIONS ? RatioFit.fitBounded(points) : RatioFit.fit(points);
    }

    /**
     * Some of those who rehearse, and ratios that were fitted without them.
     *
     * @param placed a model without them
     * @param judges what happens to them
     */
    record Apart(EvidenceModel placed, Rehearsal judges) {}

    /**
     * Halves of those who rehearse, each with ratios that have not seen them: ratios flatter those that they were fitted to, and
     * would get too much weight. Where a half would be too small to fit a ratio to, all with the ratios of all.
     */
    List<Apart> apart(EvidenceModel placed) {
        if (rehearsal.honest().size() < LEAST_TO_HALVE) {
            return List.of(new Apart(placed, rehearsal));
        }
        return rehearsal.halves().stream()
                .map(judges -> new Apart(
                        new ModelFit(layout, allBut(judges), rehearsal.without(judges))
                                .ratios(bare(
                                        placed.scaling(),
                                        placed.spec(),
                                        placed.weights(),
                                        placed.halfLife(),
                                        placed.summary())),
                        rehearsal.of(judges)))
                .toList();
    }

    private List<EntityHistory> allBut(Set<String> entities) {
        return all.stream().filter(h -> !entities.contains(h.entity())).toList();
    }

    /** The fusion, by those who are apart from the ratios; the limit stays open. */
    EvidenceModel fused(EvidenceModel placed, List<Apart> apart) {
        // First round: every window is absorbed. Second: only those that the first round's fusion takes for honest.
        Fusion first = fusion(placed, placed.fusion(), apart);
        return withConfirmed(placed.calibrated(fusion(placed, first, apart), Double.MAX_VALUE));
    }

    /** One more alternative where labels show enough frauds: they need not look like simulated takeovers. */
    private EvidenceModel withConfirmed(EvidenceModel fused) {
        if (!confirmed.suffices()) {
            return fused;
        }
        Shown shown = new ConfirmedFit(fused).shown(confirmed, all);
        return shown.hasBoth()
                ? fused.calibrated(
                        fused.fusion().or(FusionFit.ofEvents(fused.fusion().names(), List.of(shown)), AS_LIKELY),
                        Double.MAX_VALUE)
                : fused;
    }

    private static Fusion fusion(EvidenceModel placed, Fusion absorbing, List<Apart> apart) {
        List<Shown> strangers = new ArrayList<>();
        List<Shown> larger = new ArrayList<>();
        for (Apart one : apart) {
            EvidenceModel model = one.placed().halvingAfter(placed.halfLife()).calibrated(absorbing, Double.MAX_VALUE);
            Rehearsal.Rehearsed inputs = one.judges().inputs(model);
            strangers.addAll(inputs.strangers());
            larger.add(inputs.larger());
        }
        List<String> names = placed.fusion().names();
        Fusion somebodyElse = FusionFit.fit(names, strangers);
        return larger.stream().anyMatch(Shown::hasBoth)
                ? somebodyElse.or(FusionFit.ofEvents(names, larger), AS_LIKELY)
                : somebodyElse;
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
