package dev.twinwatch.sandbox.demo.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.sandbox.demo.screen.Screen.Colour;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void plainOutputHasNoColours() {
        assertThat(Screen.plain(out).coloured("HIGH", Colour.RED)).isEqualTo("HIGH");
    }

    @Test
    void terminalHasColours() {
        assertThat(new Screen(out, true, true).coloured("HIGH", Colour.RED)).isEqualTo("\u001b[1;31mHIGH\u001b[0m");
    }

    @Test
    void progressInQuickSuccessionIsNotRepeatedInPlainOutput() {
        Screen screen = Screen.plain(out);

        screen.progress("1 of 3");
        screen.progress("2 of 3");
        screen.line("done");

        assertThat(text()).isEqualTo("done" + System.lineSeparator());
    }

    @Test
    void stepReturnsWhatItMadeAndSaysWhatItWas() throws Exception {
        Screen.Timed<String> step = Screen.plain(out).step("trained", () -> "a model");

        assertThat(step.made()).isEqualTo("a model");
        assertThat(step.seconds()).isPositive();
        assertThat(text()).matches(" +[0-9]+\\.[0-9] s {2}trained\\R");
    }

    @Test
    void noColorTakesTheColoursOfATerminalAwayAndLeavesTheRewrittenLine() {
        Screen screen = Screen.of(out, true, Map.of("NO_COLOR", "1"));

        assertThat(screen.coloured("HIGH", Colour.RED)).isEqualTo("HIGH");
        assertThat(screen.rewrites()).isTrue();
    }

    @Test
    void emptyNoColorLeavesTheColours() {
        assertThat(Screen.of(out, true, Map.of("NO_COLOR", "")).coloured("HIGH", Colour.RED))
                .contains("\u001b[");
    }

    @Test
    void dumbTerminalIsWrittenToLikeAFile() {
        Screen screen = Screen.of(out, true, Map.of("TERM", "dumb"));

        assertThat(screen.coloured("HIGH", Colour.RED)).isEqualTo("HIGH");
        assertThat(screen.rewrites()).isFalse();
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
