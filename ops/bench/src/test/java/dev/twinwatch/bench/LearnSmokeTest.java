package dev.twinwatch.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class LearnSmokeTest {
    @Test
    void feedbackLeadsToABetterModelThatDecidesAndNoEventIsHurt() throws Exception {
        StringWriter output = new StringWriter();

        int status = Main.commands()
                .setOut(new PrintWriter(output, true))
                .execute("learn", "--customers", "400", "--seed", "1", "--json");

        JsonNode circle = new ObjectMapper().readTree(output.toString());
        assertThat(status).isZero();
        assertThat(circle.path("retrainings").intValue()).isEqualTo(1);
        assertThat(circle.path("modelAfter").textValue())
                .isNotEqualTo(circle.path("modelBefore").textValue());
        assertThat(circle.path("recallAfter").doubleValue())
                .isGreaterThan(circle.path("recallBefore").doubleValue());
        assertThat(circle.path("lost").intValue()).isZero();
        assertThat(circle.path("doubled").intValue()).isZero();
    }
}
