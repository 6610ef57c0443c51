package dev.twinwatch.engine.evidence;

import dev.twinwatch.engine.cases.FraudCase;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.watch.FeatureKind;
import dev.twinwatch.engine.watch.FeatureSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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

    private final List<NewValues> fields = new ArrayList<>();
    private final List<FraudCase> cases;
    private final Map<Value, Integer> counts = new HashMap<>();

    private record Value(int field, long hash) {}

    /** Where a field stands among categories and arrivals, and how common its values are. */
    private record NewValues(int field, int arrival, Usage usage) {}

    CaseValues(EvidenceModel model, List<FraudCase> cases) {
        this.cases = cases;
        Layout layout = model.layout();
        List<FeatureSpec> categories = layout.watch().featuresOf(FeatureKind.CATEGORY);
        for (FeatureSpec feature : layout.watch().featuresOf(FeatureKind.NOVELTY)) {
            for (int c = 0; c < categories.size(); c++) {
                if (categories.get(c).field().equals(feature.field())) {
                    fields.add(new NewValues(
                            layout.categories().indexOf(feature.field()),
                            layout.arrivals().indexOf(feature),
                            model.usage().get(c)));
                }
            }
        }
        for (FraudCase one : cases) {
            one.window().ifPresent(window -> newIn(window).forEach(value -> counts.merge(value, 1, Integer::sum)));
        }
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
        for (Value value : newIn(window)) {
            int count = counts.getOrDefault(value, 0);
            known |= count > 0;
            double share = share(value);
            alike += Math.log((count + PRIOR_CASES * share) / ((cases.size() + PRIOR_CASES) * share));
        }
        // the fraud is done by those who did others, or by somebody else: the sum of both likelihoods over that of the
        // second
        return known ? Math.log1p(Math.exp(alike - COINCIDENCE)) : 0;
    }

    /** How many values were new in a window and in a case. */
    int shared(Window window, FraudCase one) {
        Set<Value> values = newIn(window);
        values.retainAll(one.window().map(this::newIn).orElse(Set.of()));
        return values.size();
    }

    private double share(Value value) {
        for (NewValues one : fields) {
            if (one.field() == value.field()) {
                return Math.max(LEAST_SHARE, one.usage().share(value.hash()));
            }
        }
        return 1;
    }

    private Set<Value> newIn(Window window) {
        Set<Value> values = new HashSet<>();
        for (NewValues one : fields) {
            for (int i = 0; i < window.events(); i++) {
                if (window.arrival(i, one.arrival()) == Float.POSITIVE_INFINITY) {
                    values.add(new Value(one.field(), window.category(i, one.field())));
                }
            }
        }
        return values;
    }
}
