package dev.twinwatch.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What was measured, for people and for programs. */
record Report(int entities, int eventsPerRound, Verdict verdict, Breakdown breakdown) {
    String asText() {
        StringBuilder text = new StringBuilder();
        line(text, "%-28s %12s %12s", "", "events/s", "CPU us/event");
        line(text, "%-28s %12.0f %12.1f", "full topology", verdict.fullEventsPerSecond(), verdict.fullCpuMicros());
        line(
                text,
                "%-28s %12.0f %12.1f",
                "same bytes, no scoring",
                verdict.controlEventsPerSecond(),
                verdict.controlCpuMicros());
        line(
                text,
                "%-28s %12.2f %12.2f   (expected: a speed of at least %.2f)",
                "ratio",
                verdict.ratio(),
                verdict.cpuRatio(),
                Verdict.LEAST_RATIO);
        line(text, "");
        line(text, "Where the rest goes, each step alone, in microseconds for one event:");
        breakdown.steps().forEach(step -> line(text, "  %-34s %8.2f", step.name(), step.micros()));
        line(
                text,
                "State: %.0f bytes rewritten for each event, %.0f for each window.",
                breakdown.recentBytes(),
                breakdown.profileBytes());
        return text.toString();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }

    String asJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("entities", entities);
        json.put("eventsPerRound", eventsPerRound);
        json.put("rounds", verdict.full().size());
        json.put("ratio", verdict.ratio());
        json.put("cpuRatio", verdict.cpuRatio());
        json.put(
                "full",
                Map.of(
                        "eventsPerSecond",
                        verdict.fullEventsPerSecond(),
                        "cpuSecondsPerMillion",
                        verdict.fullCpuMicros()));
        json.put(
                "control",
                Map.of(
                        "eventsPerSecond",
                        verdict.controlEventsPerSecond(),
                        "cpuSecondsPerMillion",
                        verdict.controlCpuMicros()));
        Map<String, Double> steps = new LinkedHashMap<>();
        breakdown.steps().forEach(step -> steps.put(step.name().strip(), step.micros()));
        json.put("microsecondsPerEvent", steps);
        json.put("stateBytes", Map.of("perEvent", breakdown.recentBytes(), "perWindow", breakdown.profileBytes()));
        try {
            return new ObjectMapper().writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers and names always make JSON", e);
        }
    }
}
