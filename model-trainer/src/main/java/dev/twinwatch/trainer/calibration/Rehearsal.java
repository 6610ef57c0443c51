package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.cases.KnownLabels;
import dev.twinwatch.engine.detection.Outcome;
import dev.twinwatch.engine.evidence.Comparison;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.trainer.history.EntityHistory;
import dev.twinwatch.trainer.training.EqualErrorRate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Histories through which a model is run by the detector of the service: undisturbed ones, and some into which somebody
 * else's stretch was put. Where it is measured, events are told of the frauds that were confirmed by then; where the fusion is
 * fitted they are not, since a simulated takeover says nothing of these.
 */
final class Rehearsal {
    /** Windows of an honest history that are run: enough to fill a profile and then be scored for long. */
    static final int HONEST_WINDOWS = 60;

    private final int length;
    private final List<EntityHistory> honest;
    private final List<Takeover> takeovers;
    private final KnownLabels labels;

    Rehearsal(Layout layout, List<EntityHistory> honest, List<Takeover> takeovers) {
        this(layout, honest, takeovers, KnownLabels.NONE);
    }

    Rehearsal(Layout layout, List<EntityHistory> honest, List<Takeover> takeovers, KnownLabels labels) {
        this(layout.watch().sequence().length(), honest, takeovers, labels);
    }

    private Rehearsal(int length, List<EntityHistory> honest, List<Takeover> takeovers, KnownLabels labels) {
        this.length = length;
        this.labels = labels;
        this.honest = List.copyOf(honest);
        this.takeovers = List.copyOf(takeovers);
    }

    /** The undisturbed histories of others, told of the same frauds. */
    Rehearsal ofOthers(Layout layout, List<EntityHistory> others) {
        return new Rehearsal(layout, others, List.of(), labels);
    }

    List<EntityHistory> honest() {
        return honest;
    }

    /** Every second entity, and the others. */
    List<Set<String>> halves() {
        return IntStream.range(0, 2)
                .mapToObj(half -> IntStream.range(0, honest.size())
                        .filter(i -> i % 2 == half)
                        .mapToObj(i -> honest.get(i).entity())
                        .collect(Collectors.toSet()))
                .toList();
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
                takeovers.stream().filter(takeover).toList(),
                labels);
    }

    /** Stretches of one window's length in the undisturbed histories. */
    long stretches() {
        return honest.stream()
                .mapToLong(h -> Math.min(h.size(), HONEST_WINDOWS * length) / length)
                .sum();
    }

    /**
     * Inputs of the fusion.
     *
     * @param strangers where references follow, as in the service, and where they stand still
     * @param larger at those of the victims' own events whose numbers grew, against undisturbed ones and those in between;
     *     empty where none grew
     */
    record Rehearsed(List<Shown> strangers, Shown larger) {}

    /** What the fusion is fitted to. */
    Rehearsed inputs(EvidenceModel model) {
        Scorer scorer = new Scorer(model);
        List<double[]> undisturbed = undisturbed(scorer);
        return new Rehearsed(
                List.of(following(scorer, undisturbed), inputs(standing(scorer))), larger(scorer, undisturbed));
    }

    private Shown following(Scorer scorer, List<double[]> undisturbed) {
        List<double[]> taken = new ArrayList<>();
        strangers().forEach(takeover -> {
            // from where enough of the others' events stand in the window
            int settled = takeover.from() + Math.min(length / 4, (takeover.to() - takeover.from()) / 2);
            taken.addAll(Trial.run(scorer, takeover.events()).inputs(settled, takeover.to(), Math.max(1, length / 8)));
        });
        return new Shown(undisturbed, taken);
    }

    private List<double[]> undisturbed(Scorer scorer) {
        List<double[]> inputs = new ArrayList<>();
        for (EntityHistory history : honest) {
            List<Event> events = recentOf(history);
            inputs.addAll(Trial.run(scorer, events).inputs(0, events.size(), Math.max(1, length / 4)));
        }
        return inputs;
    }

    private Stream<Takeover> strangers() {
        return takeovers.stream().filter(Takeover::isByStranger);
    }

    private Shown larger(Scorer scorer, List<double[]> undisturbed) {
        List<double[]> own = new ArrayList<>();
        List<double[]> larger = new ArrayList<>();
        for (Takeover takeover : takeovers) {
            if (!takeover.larger().isEmpty()) {
                Trial trial = Trial.run(scorer, takeover.events());
                own.addAll(trial.inputsAt(takeover.between()));
                larger.addAll(trial.inputsAt(takeover.larger()));
            }
        }
        if (!larger.isEmpty()) {
            own.addAll(undisturbed);
        }
        return new Shown(own, larger);
    }

    private static Shown inputs(Compared compared) {
        return new Shown(
                compared.honest().stream().map(Comparison::inputs).toList(),
                compared.taken().stream().map(Comparison::inputs).toList());
    }

    private record Compared(List<Comparison> honest, List<Comparison> taken) {}

    private Compared standing(Scorer scorer) {
        Compared compared = new Compared(new ArrayList<>(), new ArrayList<>());
        for (EntityHistory history : honest) {
            Standing standing = new Standing(scorer, history);
            compared.honest().addAll(standing.honest());
            strangers()
                    .filter(takeover -> takeover.victim().equals(history.entity()))
                    .forEach(takeover -> compared.taken().addAll(standing.taken(takeover)));
        }
        return compared;
    }

    /** Equal error rate, the mean of where references follow and where they stand still. */
    double error(EvidenceModel model) {
        double following = measure(model).equalErrorRate();
        Compared standing = standing(new Scorer(model));
        if (standing.honest().isEmpty() || standing.taken().isEmpty()) {
            return following;
        }
        return (following + EqualErrorRate.ofEvidence(evidence(standing.honest()), evidence(standing.taken()))) / 2;
    }

    private static List<Double> evidence(List<Comparison> comparisons) {
        return comparisons.stream().map(Comparison::evidence).toList();
    }

    /** Those who stand in the others' histories. */
    Set<String> attackers() {
        return strangers().map(Takeover::attacker).collect(Collectors.toSet());
    }

    /**
     * Evidence in undisturbed histories, one array for each, in the order of events. Where most of it is of entities that are
     * known well, theirs alone: evidence of few references strays further and is made to count for less.
     */
    List<float[]> honestEvidence(EvidenceModel model) {
        Scorer scorer = new Scorer(model);
        List<Trial> trials =
                honest.stream().map(h -> Trial.run(scorer, recentOf(h), labels)).toList();
        List<float[]> all = trials.stream().map(Trial::evidence).toList();
        List<float[]> ofKnown = trials.stream()
                .map(trial -> trial.evidenceFrom(ConfidenceFit.ENOUGH))
                .toList();
        return 2 * events(ofKnown) > events(all) ? ofKnown : all;
    }

    private static int events(List<float[]> evidence) {
        return evidence.stream().mapToInt(values -> values.length).sum();
    }

    /** Hears of an event that the service would count as genuine. */
    @FunctionalInterface
    interface Counting {
        void count(Event event, Outcome.Scored scored);
    }

    /** Tells of all such events among the newest of undisturbed histories. */
    void eachUsual(EvidenceModel model, Counting counting) {
        Scorer scorer = new Scorer(model);
        for (EntityHistory history : honest) {
            List<Event> events = recentOf(history);
            int skipped = history.size() - events.size();
            int from = Math.max(0, UsualFit.olderEvents(history.size()) - skipped);
            Trial trial = Trial.run(scorer, events, labels);
            for (int i = from; i < events.size(); i++) {
                Event event = events.get(i);
                trial.usual(i).ifPresent(scored -> counting.count(event, scored));
            }
        }
    }

    /** How a model does. */
    Measured measure(EvidenceModel model) {
        Scorer scorer = new Scorer(model);
        Measured.Count count = new Measured.Count();
        for (EntityHistory history : honest) {
            count.honest(Trial.run(scorer, recentOf(history), labels), length);
        }
        for (Takeover takeover : takeovers) {
            count.takeover(Trial.run(scorer, takeover.events(), labels), takeover.from(), takeover.to());
        }
        return count.all();
    }

    private List<Event> recentOf(EntityHistory history) {
        return history.newest(HONEST_WINDOWS * length);
    }
}
