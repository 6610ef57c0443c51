package dev.twinwatch.engine.watch;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads how many alerts a watch wants. */
final class AlertSection {
    private static final Set<String> KEYS = new TreeSet<>(List.of("budget", "limit", "amount"));
    private static final Pattern LIMIT = Pattern.compile("-?[0-9]{1,9}(?:\\.[0-9]{1,9})?");

    private AlertSection() {}

    /** The rule; the default where nothing is said. */
    static AlertRule of(YamlSection top, boolean calendar, List<FeatureSpec> features) {
        return top.section("alerts", KEYS)
                .map(section -> rule(section, calendar, features))
                .orElse(AlertRule.DEFAULT);
    }

    private static AlertRule rule(YamlSection section, boolean calendar, List<FeatureSpec> features) {
        OptionalDouble limit = OptionalDouble.empty();
        Optional<String> limitText = section.text("limit");
        if (limitText.isPresent()) {
            if (LIMIT.matcher(limitText.get()).matches()) {
                limit = OptionalDouble.of(Double.parseDouble(limitText.get()));
            } else {
                section.problem("limit", "is " + limitText.get() + ", expected a number such as 6.5");
            }
        }
        return new AlertRule(
                section.text("budget")
                        .flatMap(text -> budget(section, text, calendar))
                        .orElse(AlertRule.DEFAULT.budget()),
                limit,
                section.text("amount")
                        .filter(field -> isAmount(section, field, features))
                        .orElse(""));
    }

    /** How large an amount is beside others is known from the feature that reads it. */
    private static boolean isAmount(YamlSection section, String field, List<FeatureSpec> features) {
        boolean known = features.stream().anyMatch(feature -> feature.readsAmount(field));
        if (!known) {
            section.problem(
                    "amount",
                    "is " + field + ", which no feature reads as a number on a logarithmic scale: add `{name: " + field
                            + ", field: " + field + ", as: number, scale: log}` to the features");
        }
        return known;
    }

    private static Optional<Budget> budget(YamlSection section, String text, boolean calendar) {
        Optional<Budget> budget = Budget.parse(text);
        if (budget.isEmpty()) {
            section.problem("budget", "is " + text + ", expected for example " + Budget.EXAMPLES);
        } else if (budget.get().per().needsDays() && !calendar) {
            section.problem(
                    "budget",
                    "is " + text
                            + ", which needs a time with a calendar: add `time: {field: ..., unit: millis}`, or write"
                            + " `1 per 10000 events`");
        }
        return budget;
    }
}
