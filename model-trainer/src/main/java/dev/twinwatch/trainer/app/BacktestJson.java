package dev.twinwatch.trainer.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.twinwatch.trainer.backtest.SideBySide;
import dev.twinwatch.trainer.backtest.Summary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The figures of a backtest as one JSON object; null where there is nothing to divide by, or no label. */
final class BacktestJson {
    private BacktestJson() {}

    static String of(Summary summary) {
        return text(object(summary));
    }

    static String of(Summary first, Summary second, SideBySide alerts) {
        Map<String, @Nullable Object> both = new LinkedHashMap<>();
        both.put("first", object(first));
        both.put("second", object(second));
        both.put("both", alerts.both());
        both.put("onlyFirst", alerts.onlyFirst());
        both.put("onlySecond", alerts.onlySecond());
        return text(both);
    }

    private static Map<String, @Nullable Object> object(Summary summary) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("events", summary.events());
        object.put("alerts", summary.alerts());
        object.put("takeovers", value(summary.takeovers()));
        object.put("caught", value(summary.caught()));
        object.put("falseAlerts", value(summary.falseAlerts()));
        Map<String, @Nullable Object> delay = new LinkedHashMap<>();
        delay.put("median", value(summary.delayEvents().median()));
        delay.put("p90", value(summary.delayEvents().p90()));
        object.put("delayEvents", delay);
        object.put("alertsPerDay", value(summary.alertsPerDay()));
        object.put("budgetPerDay", value(summary.budgetPerDay()));
        object.put("precision", value(summary.precision()));
        object.put("recall", value(summary.recall()));
        object.put("eventsPerSecond", summary.eventsPerSecond());
        return object;
    }

    private static @Nullable Object value(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static @Nullable Object value(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    private static String text(Map<String, @Nullable Object> object) {
        try {
            return new ObjectMapper().writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures cannot be written as JSON", e);
        }
    }
}
