package dev.twinwatch.sandbox.demo.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.sandbox.demo.screen.Screen.Colour;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void plainOutputHasNoColours() {
        assertThat(new Screen(out, false).coloured("HIGH", Colour.RED)).isEqualTo("HIGH");
    }

    @Test
    void terminalHasColours() {
        assertThat(new Screen(out, true).coloured("HIGH", Colour.RED)).isEqualTo("\u001b[1;31mHIGH\u001b[0m");
    }

    @Test
    void progressInQuickSuccessionIsNotRepeatedInPlainOutput() {
        Screen screen = new Screen(out, false);

        screen.progress("1 of 3");
        screen.progress("2 of 3");
        screen.line("done");

        assertThat(text()).isEqualTo("done" + System.lineSeparator());
    }

    @Test
    void stepReturnsWhatItMadeAndSaysWhatItWas() throws Exception {
        Screen.Timed<String> step = new Screen(out, false).step("trained", () -> "a model");

        assertThat(step.made()).isEqualTo("a model");
        assertThat(step.seconds()).isPositive();
        assertThat(text()).matches(" +[0-9]+\\.[0-9] s {2}trained\\R");
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
