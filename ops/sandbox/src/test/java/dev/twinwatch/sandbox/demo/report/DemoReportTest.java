package dev.twinwatch.sandbox.demo.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class DemoReportTest {
    @Test
    void jsonIsOneLineWithTheNamesThatAreDocumented() throws Exception {
        String json = Reports.of(4, 2, 1).json();

        JsonNode report = new ObjectMapper().readTree(json);
        assertThat(json).doesNotContain("\n");
        assertThat(report.fieldNames())
                .toIterable()
                .contains(
                        "events",
                        "entities",
                        "scored",
                        "alerts",
                        "takeovers",
                        "caught",
                        "byStyle",
                        "falseAlerts",
                        "lateAlerts",
                        "falseAlertsPerThousandEvents",
                        "detectionDelayEvents",
                        "firstReasons",
                        "baseline",
                        "eventsPerSecond",
                        "latencyMs",
                        "model",
                        "seconds")
                .doesNotContain("blocks");
        assertThat(report.at("/byStyle/GREEDY/takeovers").asInt()).isEqualTo(5);
        assertThat(report.at("/byStyle/GREEDY/caught").asInt()).isEqualTo(4);
        assertThat(report.at("/baseline/caught").asInt()).isEqualTo(1);
        assertThat(report.at("/lateAlerts").asInt()).isEqualTo(3);
        assertThat(report.at("/latencyMs/p99").asDouble()).isEqualTo(300);
        assertThat(report.at("/seconds/train").asDouble()).isEqualTo(20);
    }

    @Test
    void gateIsMetByFourOfFiveGreedyOnesAtTheAllowedFalseAlerts() {
        assertThat(Gate.missedBy(Reports.of(4, 2, 3))).isEmpty();
    }

    @Test
    void gateIsMissedByThreeOfFive() {
        assertThat(Gate.missedBy(Reports.of(3, 2, 1)))
                .containsExactly("3 of 5 greedy and ordinary takeovers were caught, expected 80 %");
    }

    @Test
    void gateIsMissedByTooManyFalseAlerts() {
        assertThat(Gate.missedBy(Reports.of(5, 3, 1)))
                .containsExactly("0.30 false alerts per 1,000 events, expected at most 0.2");
    }

    @Test
    void gateIsMissedWhereTheZScoreIsAsGood() {
        assertThat(Gate.missedBy(Reports.of(4, 2, 4)))
                .containsExactly("the z-score caught 4 takeovers, Twinwatch 4, expected more");
    }

    @Test
    void summaryShowsStylesDelayAndTheBaseline() {
        assertThat(Summary.of(Reports.of(4, 2, 1)))
                .contains(
                        "                     Twinwatch                    z-score of amount",
                        "  takeovers caught   4 of 10 (40 %)               1 of 10 (10 %)",
                        "    greedy           4 of 5 (80 %)",
                        "    after (median)   4.5 events",
                        "    first reason     3 of 4 name what the attacker did not copy",
                        "  false alerts       2 (0.20 per 1,000 events)    2",
                        "  late alerts        3 (within a window after a takeover: neither caught nor false)");
    }
}
