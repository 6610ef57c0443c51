package dev.twinwatch.engine.evidence;

import dev.twinwatch.engine.cases.FraudCase;
import dev.twinwatch.engine.features.Window;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much more the values that are new to an entity are like those that were new in confirmed frauds than like anyone's: whoever
 * did it before comes back with the same places and devices, while all else in a window is the victim's or copied from it.
 *
 * <p>Of n cases k had a value; with the population's share p of it, its evidence is {@code log((k + a p) / ((n + a) p))} with
 * a = {@value #PRIOR_CASES}, as of naive Bayes; no value counts twice in a window.
 */
final class CaseValues {
    /** Under so few cases the population still has a say in what is usual for frauds. */
    private static final double PRIOR_CASES = 10;
    /** A value that nobody has is not rarer than this: the population that was seen is no larger. */
    private static final double LEAST_SHARE = 1e-4;
    /** Evidence that what is alike is no coincidence, before anything is seen: an honest novelty in a known place is one. */
    private static final double COINCIDENCE = 3;

    private final List<FraudCase> cases;
    private final NewValues newValues;
    private final List<Usage> usage;
    private final Map<NewValues.Value, Integer> counts;
    private final int frauds;

    CaseValues(EvidenceModel model, List<FraudCase> cases) {
        this.cases = cases;
        this.newValues = new NewValues(model.layout());
        this.usage = model.usage();
        this.counts = new HashMap<>(model.frauds().counts());
        int beside = 0;
        for (FraudCase one : cases) {
            if (!model.frauds().contains(one)) {
                beside++;
                one.window()
                        .ifPresent(
                                window -> newValues.in(window).forEach(value -> counts.merge(value, 1, Integer::sum)));
            }
        }
        this.frauds = model.frauds().size() + beside;
    }

    /** Whether it was made of exactly these cases. */
    boolean isOf(List<FraudCase> others) {
        return cases == others;
    }

    /** What the values of a window add to its evidence against the entity, 0 or more. */
    double adds(Window window) {
        if (counts.isEmpty()) {
            return 0;
        }
        double alike = 0;
        boolean known = false;
        for (NewValues.Value value : newValues.in(window)) {
            int count = counts.getOrDefault(value, 0);
            known |= count > 0;
            double share = Math.max(LEAST_SHARE, newValues.share(value, usage));
            alike += Math.log((count + PRIOR_CASES * share) / ((frauds + PRIOR_CASES) * share));
        }
        // the fraud is done by those who did others, or by somebody else: the sum of both likelihoods over that of the
        // second
        return known ? Math.log1p(Math.exp(alike - COINCIDENCE)) : 0;
    }

    /** How many values were new in a window and in a case. */
    int shared(Window window, FraudCase one) {
        Set<NewValues.Value> values = newValues.in(window);
        values.retainAll(one.window().map(newValues::in).orElse(Set.of()));
        return values.size();
    }
}
