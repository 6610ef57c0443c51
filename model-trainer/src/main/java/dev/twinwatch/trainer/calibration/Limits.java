package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.evidence.Fusion;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Gives models the limit by which a watch keeps its budget, and every alternative the same part of that budget. */
final class Limits {
    /** Evidence under this says hardly more than nothing, however well a few entities were told apart. */
    private static final double LEAST_LIMIT = 1;
    /** Windows of honest histories under which their tail says too little. */
    private static final int FEW_STRETCHES = 500;

    private final Layout layout;
    private final List<EntityHistory> all;
    private final Rehearsal rehearsal;

    /**
     * For one watch.
     *
     * @param all every entity that may be looked at
     * @param rehearsal of those that the encoder never saw
     */
    Limits(Layout layout, List<EntityHistory> all, Rehearsal rehearsal) {
        this.layout = layout;
        this.all = List.copyOf(all);
        this.rehearsal = rehearsal;
    }

    /** The limit: that of the watch, or the one that keeps the watch's budget. */
    EvidenceModel limited(EvidenceModel fused) {
        EvidenceModel even = even(fused);
        return confident(even.calibrated(even.fusion(), limit(even)));
    }

    /** Few references spend the same budget: as much of a limit that the watch gives as it does with many. */
    private EvidenceModel confident(EvidenceModel limited) {
        double perEvent = layout.watch().alerts().perEvent();
        double limit = layout.watch().alerts().limit().isPresent()
                ? Math.max(LEAST_LIMIT, limitByAll(limited, perEvent))
                : limited.limit();
        return limited.confident(ConfidenceFit.fit(limited, limit, all, perEvent));
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
        double part = layout.watch().alerts().perEvent() / alternatives.size();
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
    private double limitByEither(EvidenceModel model, double perEvent) {
        int length = layout.watch().sequence().length();
        return Math.max(LimitFit.fit(rehearsal.honestEvidence(model), length, perEvent), limitByAll(model, perEvent));
    }

    /** The larger of a limit and the one by which all entities keep the watch's budget; that of the watch stays. */
    EvidenceModel limitedAtLeast(double limit, EvidenceModel fused) {
        return confident(fused.calibrated(
                fused.fusion(),
                layout.watch().alerts().limit().isPresent()
                        ? limit
                        : Math.max(
                                limit, limitByAll(fused, layout.watch().alerts().perEvent()))));
    }

    private double limitByAll(EvidenceModel model, double perEvent) {
        return LimitFit.fit(
                rehearsal.ofOthers(layout, all).honestEvidence(model),
                layout.watch().sequence().length(),
                perEvent);
    }

    private double limit(EvidenceModel model) {
        if (layout.watch().alerts().limit().isPresent()) {
            return layout.watch().alerts().limit().getAsDouble();
        }
        int length = layout.watch().sequence().length();
        double perEvent = layout.watch().alerts().perEvent();
        double found = Math.max(LEAST_LIMIT, limitByEither(model, perEvent));
        // A tail cannot be seen in few stretches.
        return rehearsal.stretches() < FEW_STRETCHES ? Math.max(found, LimitFit.bound(length, perEvent)) : found;
    }
}
