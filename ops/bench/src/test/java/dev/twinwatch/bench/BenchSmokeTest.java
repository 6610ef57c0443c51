package dev.twinwatch.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

@Tag("long")
class BenchSmokeTest {
    @Test
    void measuresBothTopologiesAndEachStepAndPrintsOneJsonObject() throws Exception {
        StringWriter output = new StringWriter();
        CommandLine bench = Main.commands().setOut(new PrintWriter(output, true));

        int status = bench.execute(
                "bench", "--entities", "20", "--events", "2000", "--rounds", "1", "--iterations", "10", "--json");

        // Whether it is fast enough cannot be said of so few events.
        assertThat(status).isIn(0, 2);
        JsonNode report = new ObjectMapper().readTree(output.toString());
        assertThat(report.path("rounds").intValue()).isEqualTo(1);
        assertThat(report.at("/full/eventsPerSecond").doubleValue()).isPositive();
        assertThat(report.at("/control/cpuSecondsPerMillion").doubleValue()).isPositive();
        assertThat(report.path("ratio").doubleValue())
                .isEqualTo(report.at("/full/eventsPerSecond").doubleValue()
                        / report.at("/control/eventsPerSecond").doubleValue());
        assertThat(report.at("/microsecondsPerEvent/decide").doubleValue()).isPositive();
        // 16 windows of 16 events, more than 16 bytes each.
        assertThat(report.at("/stateBytes/perWindow").doubleValue()).isGreaterThan(16 * 16 * 16);
    }
}
