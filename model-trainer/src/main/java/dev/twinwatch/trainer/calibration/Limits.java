package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.evidence.Fusion;
import dev.twinwatch.engine.evidence.LimitCurve;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Gives models the limit by which a watch keeps its budget, and every alternative the same part of that budget. */
final class Limits {
    /** Evidence under this says hardly more than nothing, where only a few entities were told apart. */
    private static final double LEAST_LIMIT = 1;
    /** Windows of honest histories under which their tail says too little. */
    private static final int FEW_STRETCHES = 500;
    /** So many alerts in them can be counted all the same. */
    private static final int FEW_STORIES = 10;
    /** So many alerts of everybody say by themselves how many there will be. */
    private static final int COUNTED_STORIES = 50;
    /** From one rate of a curve to the next: limits between two of them are all but on a line. */
    private static final double STEP = Math.pow(10, 1 / 8.0);

    private final Layout layout;
    private final List<EntityHistory> all;
    private final Rehearsal rehearsal;
    private final double perEvent;

    /**
     * For one watch.
     *
     * @param all every entity that may be looked at
     * @param rehearsal of those that the encoder never saw
     * @param perEvent the budget: alerts per event
     */
    Limits(Layout layout, List<EntityHistory> all, Rehearsal rehearsal, double perEvent) {
        this.layout = layout;
        this.all = List.copyOf(all);
        this.rehearsal = rehearsal;
        this.perEvent = perEvent;
    }

    /** The limit: that of the watch, or the one that keeps the watch's budget. */
    Limited limited(EvidenceModel fused) {
        EvidenceModel even = even(fused);
        return confident(even, larger(curve(rehearsal.honestEvidence(even)), curve(evidenceOfAll(even))));
    }

    /**
     * All alternatives spend the same part of the budget: one that honest behaviour resembles now and then would raise the limit
     * for all, and is made less likely instead, by as much as its own limit is above the lowest one.
     */
    EvidenceModel even(EvidenceModel fused) {
        List<Fusion.Alternative> alternatives = fused.fusion().alternatives();
        if (alternatives.size() < 2) {
            return fused;
        }
        double part = perEvent / alternatives.size();
        double[] limits = alternatives.stream()
                .mapToDouble(one ->
                        limitByEither(fused.calibrated(fused.fusion().with(List.of(one)), Double.MAX_VALUE), part))
                .toArray();
        double lowest = Arrays.stream(limits).min().orElseThrow();
        List<Fusion.Alternative> even = IntStream.range(0, limits.length)
                .mapToObj(a -> alternatives.get(a).lessLikelyBy(limits[a] - lowest))
                .toList();
        return fused.calibrated(fused.fusion().with(even), Double.MAX_VALUE);
    }

    /** Entities that the encoder knows may look too honest, held-out ones are too few for the tail: the safer of the two. */
    private double limitByEither(EvidenceModel model, double rate) {
        int length = layout.watch().sequence().length();
        return Math.max(
                LimitFit.fit(rehearsal.honestEvidence(model), length, rate),
                LimitFit.fit(evidenceOfAll(model), length, rate));
    }

    /**
     * The same for a model that everybody taught, after one that those held out did not. The service meets those who taught it:
     * where enough alerts can be counted in what they did, the limit is that of the count, else the larger of both.
     */
    Limited limitedOfTaught(LimitCurve before, EvidenceModel taught) {
        List<float[]> honest = evidenceOfAll(taught);
        LimitCurve counted = curve(honest);
        LimitCurve larger = larger(before, counted);
        double events = honest.stream().mapToDouble(evidence -> evidence.length).sum();
        List<Double> limits = IntStream.range(0, larger.limits().size())
                .mapToObj(i -> larger.perEvent().get(i) * events >= COUNTED_STORIES
                        ? Double.valueOf(
                                LimitFit.limit(counted, larger.perEvent().get(i)))
                        : larger.limits().get(i))
                .toList();
        return confident(taught, new LimitCurve(larger.perEvent(), limits));
    }

    /** Few references spend the same budget, also where the watch gives the limit: as much of it as they do of that of the budget. */
    private Limited confident(EvidenceModel model, LimitCurve curve) {
        double byBudget = LimitFit.limit(curve, perEvent);
        EvidenceModel limited =
                model.calibrated(model.fusion(), layout.watch().alerts().limit().orElse(byBudget));
        return new Limited(limited.confident(ConfidenceFit.fit(limited, byBudget, all, perEvent)), curve);
    }

    private LimitCurve curve(List<float[]> honest) {
        return LimitFit.curve(honest, layout.watch().sequence().length());
    }

    private List<float[]> evidenceOfAll(EvidenceModel model) {
        return rehearsal.ofOthers(layout, all).honestEvidence(model);
    }

    /** At each rate the larger limit, but no less than makes sense. */
    private LimitCurve larger(LimitCurve one, LimitCurve other) {
        int length = layout.watch().sequence().length();
        double events = (double) rehearsal.stretches() * length;
        List<Double> rates = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        double most = Math.min(LimitFit.most(one, length), LimitFit.most(other, length));
        for (double rate = most; rate > LimitFit.RAREST; rate /= STEP) {
            double found = Math.max(LimitFit.limit(one, rate), LimitFit.limit(other, rate));
            rates.add(rate);
            // A tail cannot be seen in few stretches.
            limits.add(
                    rehearsal.stretches() < FEW_STRETCHES && rate * events < FEW_STORIES
                            ? Math.max(LEAST_LIMIT, Math.max(found, LimitFit.bound(length, rate)))
                            : found);
        }
        return new LimitCurve(rates, limits);
    }
}
