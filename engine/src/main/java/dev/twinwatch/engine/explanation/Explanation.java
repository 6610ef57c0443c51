package dev.twinwatch.engine.explanation;

import dev.twinwatch.engine.alert.Likeness;
import dev.twinwatch.engine.alert.Reason;
import dev.twinwatch.engine.evidence.Comparison;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.evidence.References;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.evidence.Summary;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.recent.NewValues;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why a window is unlike its entity, and what it is like: a pure function of model, window and references, which costs some
 * hundred comparisons and is asked for alerts alone.
 *
 * <p>Values never used before come first, however little the model makes of them: a person can look them up at once.
 */
public record Explanation(List<Reason> reasons, Likeness likeness) {
    private static final int MOST = 3;
    private static final int MOST_FACTS = 2;
    private static final int MOST_EVENTS = 3;
    private static final double LEAST_SHARE = 0.05;

    public Explanation {
        reasons = List.copyOf(reasons);
    }

    /**
     * Of the newest window of an entity.
     *
     * @param newValues the texts of its values that were never used before
     * @param comparison what comparing it gave
     * @param references those that it was compared with
     * @param own the windows that they were made of, oldest first; some may not count
     */
    public static Explanation of(
            Scorer scorer,
            Window window,
            NewValues newValues,
            Comparison comparison,
            References references,
            List<Window> own) {
        EvidenceModel model = scorer.model();
        Habits habits = new Habits(own, window.firstNumber(), model.halfLife(), model.summary() == Summary.POSITIONS);
        Occlusion occlusion = new Occlusion(scorer, references, habits, window, comparison.evidence());
        return new Explanation(
                reasons(Aspects.of(model, newValues), window, habits, occlusion),
                Nearest.to(scorer, window, references.entity(), habits.windows()));
    }

    private record Weighed(Aspect aspect, double drop, List<Integer> facts) {}

    private static List<Reason> reasons(List<Aspect> aspects, Window window, Habits habits, Occlusion occlusion) {
        List<Weighed> weighed = new ArrayList<>();
        double total = 0;
        for (Aspect aspect : aspects) {
            double drop = Math.max(0, occlusion.drop(aspect));
            weighed.add(new Weighed(aspect, drop, aspect.facts(window, habits)));
            total += drop;
        }
        double all = total;
        weighed.sort(Comparator.comparingDouble(Weighed::drop).reversed());
        List<Reason> reasons = Stream.concat(
                        weighed.stream().filter(w -> !w.facts().isEmpty()).limit(MOST_FACTS),
                        weighed.stream()
                                .filter(w -> w.facts().isEmpty() && w.drop() > 0 && w.drop() >= LEAST_SHARE * all))
                .limit(MOST)
                .map(w -> reason(w, all, window, habits, occlusion))
                .toList();
        return reasons.isEmpty() ? List.of(asAWhole(window, habits)) : reasons;
    }

    private static Reason reason(Weighed weighed, double all, Window window, Habits habits, Occlusion occlusion) {
        List<Integer> leading =
                weighed.facts().isEmpty() ? occlusion.leading(weighed.aspect(), MOST_EVENTS) : newest(weighed.facts());
        Aspect.Account account = weighed.aspect().account(window, habits, leading);
        List<Reason.At> events = account.events().stream()
                .map(i -> new Reason.At(window.firstNumber() + i, window.time(i)))
                .toList();
        return new Reason(
                account.feature(),
                account.words(),
                account.observed(),
                account.usual(),
                all == 0 ? 0 : weighed.drop() / all,
                events);
    }

    private static List<Integer> newest(List<Integer> events) {
        return events.subList(Math.max(0, events.size() - MOST_EVENTS), events.size());
    }

    /** Where no feature by itself makes a difference, or nothing is known that could be put back. */
    private static Reason asAWhole(Window window, Habits habits) {
        String events = "the last " + window.events() + " events";
        String words = habits.windows().isEmpty()
                ? events + ", the first of this entity, are unlike what is usual for anyone"
                : events + " as a whole are more like someone else's";
        return new Reason("behaviour", words, events, "", 1, List.of());
    }
}
