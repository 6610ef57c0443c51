package dev.twinwatch.engine.explanation;

import dev.twinwatch.engine.alert.Likeness;
import dev.twinwatch.engine.alert.Reason;
import dev.twinwatch.engine.evidence.Distances;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.watch.Metric;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What lies nearest to a window where the encoder places it. */
final class Nearest {
    private Nearest() {}

    /**
     * To one window.
     *
     * @param entity hash of the name of whose window it is; 0 where nobody said
     * @param own the entity's references
     */
    static Likeness to(Scorer scorer, Window window, long entity, List<Window> own) {
        Metric metric = scorer.model().layout().watch().compare();
        float[] place = scorer.embed(window);
        Optional<Likeness.Own> nearest = own.stream()
                .map(reference -> new Likeness.Own(
                        new Reason.At(reference.lastNumber(), reference.time(reference.events() - 1)),
                        Distances.between(metric, place, scorer.embed(reference))))
                .min(Comparator.comparingDouble(Likeness.Own::distance));
        Optional<Likeness.Other> other = scorer.model()
                .cohort()
                .nearestOther(metric, place, entity)
                .map(neighbour -> new Likeness.Other(neighbour.name(), neighbour.distance()));
        Optional<Likeness.Fraud> fraud = scorer.nearestCase(window)
                .map(found -> new Likeness.Fraud(found.fraudCase().id(), found.distance()));
        return new Likeness(nearest, other, fraud);
    }
}
