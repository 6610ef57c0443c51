package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.evidence.Comparison;
import dev.twinwatch.engine.evidence.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Entities that the encoder knows, and takeovers of them by strangers.
 *
 * @param known what they did later is compared with what taught the encoder
 * @param takeovers each of one of them
 */
record Acquainted(List<Known> known, List<Takeover> takeovers) {
    static final Acquainted NOBODY = new Acquainted(List.of(), List.of());

    Acquainted {
        known = List.copyOf(known);
        takeovers = List.copyOf(takeovers);
    }

    /** Taken over by some of the strangers alone. */
    Acquainted attackedBy(Predicate<String> strangers) {
        return new Acquainted(
                known,
                takeovers.stream().filter(t -> strangers.test(t.attacker())).toList());
    }

    /** Inputs of the fusion, later own windows against strangers' ones. */
    Shown shown(Scorer scorer) {
        List<double[]> honest = new ArrayList<>();
        List<double[]> taken = new ArrayList<>();
        for (Known one : known) {
            Standing standing = Standing.of(scorer, one);
            standing.honest().stream().map(Comparison::inputs).forEach(honest::add);
            takeovers.stream()
                    .filter(takeover -> takeover.victim().equals(one.history().entity()))
                    .flatMap(takeover -> standing.taken(takeover).stream())
                    .map(Comparison::inputs)
                    .forEach(taken::add);
        }
        return new Shown(honest, taken);
    }
}
