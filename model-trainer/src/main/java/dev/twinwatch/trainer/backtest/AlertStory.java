package dev.twinwatch.trainer.backtest;

import dev.twinwatch.engine.alert.Alert;
import dev.twinwatch.engine.alert.Severity;
import java.util.List;
import java.util.Optional;

/**
 * One alert from its first event over the limit to its last one.
 *
 * @param row of the record that opened it, from 1
 * @param lastRow of its last record over the limit
 * @param from time of its first event over the limit, as the engine counts; 0 where the watch has none
 * @param to the same of its last one
 * @param alertId as in the service
 * @param entity whose behaviour changed
 * @param opening the event that opened it
 * @param state what happened to it last
 * @param severity the highest
 * @param events over the limit
 * @param peak highest evidence: log likelihood ratio, no unit
 * @param limit in force
 * @param reasons at its opening, in words, largest first
 * @param finding what it is worth; empty without labels
 */
public record AlertStory(
        long row,
        long lastRow,
        long from,
        long to,
        String alertId,
        String entity,
        Alert.EventRef opening,
        Alert.State state,
        Severity severity,
        int events,
        double peak,
        double limit,
        List<String> reasons,
        Optional<Finding> finding) {

    public AlertStory {
        reasons = List.copyOf(reasons);
    }
}
