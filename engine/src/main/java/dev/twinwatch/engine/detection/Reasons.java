package dev.twinwatch.engine.detection;

import dev.twinwatch.engine.alert.Reason;
import dev.twinwatch.engine.evidence.Comparison;
import dev.twinwatch.engine.evidence.Fusion;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The reasons of an alert: which pieces of evidence lie how far above what is usual for honest windows.
 *
 * <p>Values never used before come first, however little the fusion makes of them: a person can look them up at once, while a
 * window that is more like someone else's as a whole says nothing that could be checked.
 */
final class Reasons {
    private static final int MOST = 3;
    private static final int MOST_FACTS = 2;
    private static final double LEAST_SHARE = 0.05;
    /** After a number of the entity's own deviations. */
    private static final String ORDINARILY = " times as far from its usual value as ordinarily";

    private Reasons() {}

    static List<Reason> of(Scorer scorer, Window window, Comparison comparison) {
        Fusion fusion = scorer.model().fusion();
        double[] inputs = comparison.inputs();
        double[] contributions = fusion.contributions(inputs);
        double total = 0;
        for (double contribution : contributions) {
            total += Math.max(0, contribution);
        }
        List<Reason> facts = new ArrayList<>();
        List<Reason> others = new ArrayList<>();
        for (int i = 0; i < inputs.length; i++) {
            String name = fusion.names().get(i);
            double usual = fusion.usual().get(i);
            double share = total == 0 ? 0 : Math.max(0, contributions[i]) / total;
            boolean fact = name.startsWith("novelty ") && newValues(inputs[i]) > 0 && inputs[i] > usual;
            if (fact || share >= LEAST_SHARE) {
                (fact ? facts : others).add(reason(name, inputs[i], usual, window.events(), share));
            }
        }
        Comparator<Reason> strongestFirst =
                Comparator.comparingDouble(Reason::share).reversed();
        return Stream.concat(
                        facts.stream().sorted(strongestFirst).limit(MOST_FACTS),
                        others.stream().sorted(strongestFirst))
                .limit(MOST)
                .toList();
    }

    private static long newValues(double novelty) {
        return Math.round(Math.expm1(novelty));
    }

    private static Reason reason(String input, double observed, double usual, int events, double share) {
        String kind = input.contains(" ") ? input.substring(0, input.indexOf(' ')) : input;
        String feature = input.substring(input.indexOf(' ') + 1);
        return switch (kind) {
            case "behaviour" ->
                new Reason(
                        feature,
                        "the last " + events + " events as a whole are more like someone else's",
                        number(observed),
                        number(usual),
                        share);
            case "nearest" ->
                new Reason(
                        "behaviour",
                        "the last " + events + " events are unlike any that are known of this entity",
                        number(observed),
                        number(usual),
                        share);
            case "cohort" ->
                new Reason(
                        "behaviour",
                        "the last " + events + " events are like those of another entity",
                        number(observed),
                        number(usual),
                        share);
            case "positions" ->
                new Reason(
                        feature,
                        "the last " + events + " events, one by one, are more like someone else's",
                        number(observed),
                        number(usual),
                        share);
            case "averages" ->
                new Reason(
                        feature,
                        "averages and spreads of the last " + events + " events are more like someone else's",
                        number(observed),
                        number(usual),
                        share);
            case "usage" ->
                new Reason(
                        feature,
                        feature + ": values that this entity seldom uses",
                        number(observed),
                        number(usual),
                        share);
            case "novelty" -> {
                long values = newValues(observed);
                yield new Reason(
                        feature,
                        feature + ": " + values + (values == 1 ? " value" : " values") + " never used before",
                        String.valueOf(values),
                        number(Math.expm1(usual)),
                        share);
            }
            case "spread" ->
                new Reason(
                        feature,
                        feature + ": strays " + number(Math.sqrt(Math.expm1(observed))) + ORDINARILY,
                        number(Math.sqrt(Math.expm1(observed))),
                        number(Math.sqrt(Math.expm1(usual))),
                        share);
            case "strongest" ->
                new Reason(
                        feature,
                        feature + ": strays up to " + number(observed) + ORDINARILY,
                        number(observed),
                        number(usual),
                        share);
            case "frauds" ->
                new Reason(
                        feature,
                        feature + ": " + newValues(observed) + " confirmed frauds had its value not long ago",
                        String.valueOf(newValues(observed)),
                        number(Math.expm1(usual)),
                        share);
            case "fraud-rate", "fraud-recency" ->
                new Reason(
                        feature,
                        feature + ": its value had confirmed frauds not long ago",
                        number(observed),
                        number(usual),
                        share);
            case "above", "below" ->
                new Reason(
                        feature,
                        feature + ": the newest event lies " + number(observed) + " deviations " + kind
                                + " its usual value",
                        number(observed),
                        number(usual),
                        share);
            default -> new Reason(feature, "distance to the references", number(observed), number(usual), share);
        };
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
