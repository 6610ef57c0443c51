package dev.twinwatch.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class ChangeSmokeTest {
    @Test
    void noEventIsLostDoubledOrMixedWhereTwoInstancesChangeTheirModelUnderLoad() throws Exception {
        StringWriter output = new StringWriter();

        Main.commands()
                .setOut(new PrintWriter(output, true))
                .execute("change", "--rate", "500", "--seconds", "6", "--entities", "100", "--json");

        // How long nothing came out depends on the machine.
        JsonNode changed = new ObjectMapper().readTree(output.toString().lines().reduce("", (a, b) -> b));
        assertThat(changed.path("events").intValue()).isEqualTo(4000);
        assertThat(changed.path("lost").intValue()).isZero();
        assertThat(changed.path("doubled").intValue()).isZero();
        assertThat(changed.path("mixed").intValue()).isZero();
    }
}
