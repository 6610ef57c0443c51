package dev.twinwatch.trainer.app;

import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.text.NearNames;
import dev.twinwatch.engine.watch.AlertRule;
import dev.twinwatch.trainer.backtest.Contestant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Settings of a bundle that a backtest may change without training. */
final class AlertSettings {
    private static final String LIMIT = "alerts.limit";
    private static final List<String> KEYS = List.of(LIMIT);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}(?:\\.[0-9]{1,9})?");

    private AlertSettings() {}

    /** The bundle under a name for people, with these settings, which the option of this name gave. */
    static Contestant applied(String option, Map<String, String> settings, String name, Bundle bundle) {
        EvidenceModel model = bundle.model();
        AlertRule rule = model.layout().watch().alerts();
        StringBuilder called = new StringBuilder(name);
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            requireKnown(option, setting.getKey());
            rule = new AlertRule(rule.perEvent(), OptionalDouble.of(limit(option, setting.getValue())));
            model = model.calibrated(model.fusion(), rule.limit().orElseThrow());
            called.append(" with ").append(setting.getKey()).append('=').append(setting.getValue());
        }
        return new Contestant(called.toString(), model, rule);
    }

    private static void requireKnown(String option, String key) {
        if (!KEYS.contains(key)) {
            throw new IllegalArgumentException(option + " " + NearNames.withHints(List.of(key), KEYS)
                    + " is no setting of a backtest: write " + LIMIT + "=4.5");
        }
    }

    private static double limit(String option, String value) {
        if (!NUMBER.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    option + " " + LIMIT + " is " + value + ", expected a number such as 4.5");
        }
        return Double.parseDouble(value);
    }
}
