package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Histories through which a model is run by the detector of the service: undisturbed ones, and some into which somebody
 * else's stretch was put.
 */
final class Rehearsal {
    /** Windows of an honest history that are run: enough to fill a profile and then be scored for long. */
    static final int HONEST_WINDOWS = 60;

    private final int length;
    private final List<EntityHistory> honest;
    private final List<Takeover> takeovers;

    Rehearsal(Layout layout, List<EntityHistory> honest, List<Takeover> takeovers) {
        this(layout.watch().sequence().length(), honest, takeovers);
    }

    private Rehearsal(int length, List<EntityHistory> honest, List<Takeover> takeovers) {
        this.length = length;
        this.honest = List.copyOf(honest);
        this.takeovers = List.copyOf(takeovers);
    }

    List<EntityHistory> honest() {
        return honest;
    }

    /** What these entities have no part in, neither as victims nor as attackers. */
    Rehearsal without(Collection<String> entities) {
        return keeping(
                h -> !entities.contains(h), t -> !entities.contains(t.victim()) && !entities.contains(t.attacker()));
    }

    /** What happens to these entities. */
    Rehearsal of(Collection<String> entities) {
        return keeping(entities::contains, t -> entities.contains(t.victim()));
    }

    private Rehearsal keeping(Predicate<String> entity, Predicate<Takeover> takeover) {
        return new Rehearsal(
                length,
                honest.stream().filter(h -> entity.test(h.entity())).toList(),
                takeovers.stream().filter(takeover).toList());
    }

    /** Stretches of one window's length in the undisturbed histories. */
    long stretches() {
        return honest.stream()
                .mapToLong(h -> Math.min(h.size(), HONEST_WINDOWS * length) / length)
                .sum();
    }

    /** Inputs of the fusion in undisturbed histories. */
    List<double[]> honestInputs(EvidenceModel model) {
        Scorer scorer = new Scorer(model);
        List<double[]> inputs = new ArrayList<>();
        for (EntityHistory history : honest) {
            List<Event> events = recentOf(history);
            inputs.addAll(Trial.run(scorer, events).inputs(0, events.size(), Math.max(1, length / 4)));
        }
        return inputs;
    }

    /** The same in stretches of others, from where enough of their events stand in the window. */
    List<double[]> takenInputs(EvidenceModel model) {
        Scorer scorer = new Scorer(model);
        List<double[]> inputs = new ArrayList<>();
        for (Takeover takeover : takeovers) {
            if (!takeover.isByStranger()) {
                continue;
            }
            int settled = takeover.from() + Math.min(length / 4, (takeover.to() - takeover.from()) / 2);
            inputs.addAll(Trial.run(scorer, takeover.events()).inputs(settled, takeover.to(), Math.max(1, length / 8)));
        }
        return inputs;
    }

    /** The same at some events of those takeovers in which the victims' own numbers grew. */
    List<double[]> inputsAt(EvidenceModel model, Function<Takeover, List<Integer>> wanted) {
        Scorer scorer = new Scorer(model);
        List<double[]> inputs = new ArrayList<>();
        for (Takeover takeover : takeovers) {
            List<Integer> events = wanted.apply(takeover);
            if (!events.isEmpty()) {
                inputs.addAll(Trial.run(scorer, takeover.events()).inputsAt(events));
            }
        }
        return inputs;
    }

    /** Evidence in undisturbed histories, one array for each, in the order of events. */
    List<float[]> honestEvidence(EvidenceModel model) {
        Scorer scorer = new Scorer(model);
        return honest.stream()
                .map(h -> Trial.run(scorer, recentOf(h)).evidence())
                .toList();
    }

    /** How a model does. */
    Measured measure(EvidenceModel model) {
        Scorer scorer = new Scorer(model);
        Measured.Count count = new Measured.Count();
        for (EntityHistory history : honest) {
            count.honest(Trial.run(scorer, recentOf(history)), length);
        }
        for (Takeover takeover : takeovers) {
            count.takeover(Trial.run(scorer, takeover.events()), takeover.from(), takeover.to());
        }
        return count.all();
    }

    private List<Event> recentOf(EntityHistory history) {
        return history.newest(HONEST_WINDOWS * length);
    }
}
