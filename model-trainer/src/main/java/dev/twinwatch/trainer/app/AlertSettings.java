package dev.twinwatch.trainer.app;

import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.text.NearNames;
import dev.twinwatch.engine.watch.AlertRule;
import dev.twinwatch.engine.watch.Budget;
import dev.twinwatch.trainer.backtest.Contestant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Settings of a bundle that a backtest may change without training. */
final class AlertSettings {
    private static final String BUDGET = "alerts.budget";
    private static final String LIMIT = "alerts.limit";
    private static final List<String> KEYS = List.of(BUDGET, LIMIT);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}(?:\\.[0-9]{1,9})?");

    private AlertSettings() {}

    /** The bundle under a name for people, with these settings, which the option of this name gave. */
    static Contestant applied(String option, Map<String, String> settings, String name, Bundle bundle) {
        for (String key : settings.keySet()) {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException(
                        option + " " + NearNames.withHints(List.of(key), KEYS) + " is no setting of a backtest: write "
                                + BUDGET + "=\"1 per 10000 events\" or " + LIMIT + "=4.5");
            }
        }
        EvidenceModel model = bundle.model();
        AlertRule rule = bundle.rule();
        if (settings.isEmpty()) {
            return new Contestant(name, model, rule, bundle.alerting().rates(), Optional.of(bundle.version()));
        }
        if (settings.size() > 1) {
            throw new IllegalArgumentException(
                    option + " has a budget and a limit: give one of them, since a limit makes the budget void");
        }
        AlertRule other = settings.containsKey(LIMIT)
                ? new AlertRule(rule.budget(), OptionalDouble.of(limit(option, settings.getOrDefault(LIMIT, ""))))
                : new AlertRule(budget(option, settings.getOrDefault(BUDGET, "")), OptionalDouble.empty());
        String called = name + " with " + settings.entrySet().iterator().next();
        return new Contestant(
                called, limited(option, bundle, other), other, bundle.alerting().rates(), Optional.empty());
    }

    private static EvidenceModel limited(String option, Bundle bundle, AlertRule rule) {
        try {
            return bundle.limitedBy(rule);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
        }
    }

    private static double limit(String option, String value) {
        if (!NUMBER.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    option + " " + LIMIT + " is " + value + ", expected a number such as 4.5");
        }
        return Double.parseDouble(value);
    }

    private static Budget budget(String option, String value) {
        return Budget.parse(value)
                .orElseThrow(() -> new IllegalArgumentException(
                        option + " " + BUDGET + " is " + value + ", expected for example " + Budget.EXAMPLES));
    }
}
