package dev.twinwatch.sandbox.demo.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.twinwatch.sandbox.demo.judging.Tally;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a demo; its JSON has these names.
 *
 * @param events streamed after the history
 * @param history events that trained and enrolled
 * @param entities whose events
 * @param scored streamed events that were compared with references
 * @param outcomes how many streamed events had which outcome
 * @param alerts stories that were opened
 * @param takeovers stretches that were not the entity's own
 * @param caught of them, by an alert that opened at one of their events
 * @param byStyle the same by the attacker's style
 * @param falseAlerts opened while nobody else acted
 * @param lateAlerts opened within a window after a takeover; neither caught nor false
 * @param falseAlertsPerThousandEvents of the streamed ones
 * @param detectionDelayEvents at which event of a takeover its alert opened, median from 1; null if none was caught
 * @param firstReasons of the caught takeovers; those are right that name what the attacker did not copy, where that is known
 * @param baseline what a z-score per entity catches with no more false alerts
 * @param eventsPerSecond streamed
 * @param latencyMs from sending an event to reading its committed score
 * @param model version of the model
 * @param seconds by step
 * @param blocks rates by block, where asked for
 */
public record DemoReport(
        long events,
        long history,
        int entities,
        long scored,
        Map<String, Long> outcomes,
        int alerts,
        int takeovers,
        int caught,
        Map<String, Tally.Share> byStyle,
        int falseAlerts,
        int lateAlerts,
        double falseAlertsPerThousandEvents,
        @Nullable Double detectionDelayEvents,
        Tally.Explained firstReasons,
        Baseline baseline,
        double eventsPerSecond,
        Latency latencyMs,
        String model,
        Map<String, Double> seconds,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BlockReport blocks) {

    /**
     * The z-score at a threshold that was chosen knowing the truth.
     *
     * @param field what it reads; empty where the watch has no number
     */
    public record Baseline(int caught, int falseAlerts, String field) {}

    /** Milliseconds below which half of the events stay, and 99 of 100. */
    public record Latency(double p50, double p99) {}

    /** One line. */
    public String json() {
        try {
            return new ObjectMapper().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the report cannot be written as JSON", e);
        }
    }
}
